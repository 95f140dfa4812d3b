const pages = {
  '/': ['Mosaic', 'Ten thousand pieces of broken plates became one picture of the sea, twelve metres long. <a href="/results">Results</a> <a href="/team">Team</a>'],
  '/results': ['Results', 'The picture hangs at the railway station. <iframe src="https://www.youtube.com/embed/m0saicF1lm0"></iframe>'],
  '/team': ['Team', 'Three schools, nine classes, one broken shelf of plates and a mason with much patience.'],
};
const [title, text] = pages[location.pathname] || ['Not found', 'There is no such page.'];
document.title = title;
document.getElementById('app').innerHTML = '<h1>' + title + '</h1><p>' + text + '</p>';
