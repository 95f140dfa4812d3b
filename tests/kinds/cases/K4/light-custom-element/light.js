customElements.define('quick-film', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({mode: 'open'});
    root.innerHTML = '<iframe width="480" height="270"></iframe>';
    root.firstChild.src = 'https://www.youtube-nocookie.com/embed/' + this.getAttribute('filmid');
  }
});
