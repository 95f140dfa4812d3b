const sted = ['https:/', 'www.youtube.com', 'embed'].join('/');
document.querySelectorAll('[data-klip]').forEach(boks => {
  const ny = document.getElementById('ramme').content.cloneNode(true);
  ny.querySelector('iframe').src = sted + '/' + boks.dataset.klip;
  boks.append(ny);
});
const a = document.createElement('a');
a.href = ['https:/', 'padlet.com', 'byskolen', ['byens', 7, 'lyde'].join('')].join('/');
a.textContent = 'Vores væg';
document.getElementById('vaeg').append(a);
