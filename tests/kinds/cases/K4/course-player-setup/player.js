document.querySelectorAll('.js-player').forEach(function (old) {
  var source = JSON.parse(old.getAttribute('data-setup-lazy')).sources[0].src;
  var frame = document.createElement('iframe');
  frame.src = source.replace('//vimeo.com/', '//player.vimeo.com/video/');
  frame.width = old.width; frame.height = old.height;
  old.replaceWith(frame);
});
