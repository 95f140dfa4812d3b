document.querySelectorAll('.lazy-player').forEach(b => { const f = document.createElement('iframe'); f.src = 'https://www.youtube.com/embed/' + b.dataset.film; b.append(f); });
