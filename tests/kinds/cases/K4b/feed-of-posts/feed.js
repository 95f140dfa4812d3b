const posts = [{t: 'Our wall of songs', u: ['https://padlet.com/musikskolen', 'musik2026aa'].join('/')}];
const feed = document.getElementById('feed');
for (const post of posts) feed.insertAdjacentHTML('beforeend', '<article><h3>' + post.t + '</h3><a href="' + post.u + '">Open</a></article>');
feed.insertAdjacentHTML('beforeend', '<img alt="Choir" width="320" height="240" src="/choir.jpg">');
