for (const box of document.querySelectorAll('[data-settings]')) {
  const wish = JSON.parse(box.dataset.settings);
  const id = new URL(wish.youtube_url).searchParams.get('v');
  const frame = document.createElement('iframe');
  frame.src = 'https://www.youtube.com/embed/' + id;
  frame.width = 480; frame.height = 270;
  box.querySelector('.stage').append(frame);
}
