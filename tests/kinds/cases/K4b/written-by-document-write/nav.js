var p = [['mill', 'The mill at Hov'], ['well', 'The well']];
for (var i = 0; i < p.length; i++) document.write('<a href="' + p[i][0] + '.html">' + p[i][1] + '</a><br>');
