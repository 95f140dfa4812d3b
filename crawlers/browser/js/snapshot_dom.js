// The page as its visitor sees it: one tree in which shadow trees and what scripts wrote into frames
// stand where they are shown, what is not seen is marked, and boxes name the picture that is their
// background. Runs in an isolated world, out of reach of the page's scripts.
((hiddenMark, renderedMark, backgroundMark, maxNodes) => {
  const NEVER_SHOWN = new Set(["HEAD", "SCRIPT", "STYLE", "LINK", "META", "TITLE", "BASE", "TEMPLATE", "NOSCRIPT", "SLOT", "SOURCE", "PARAM", "TRACK", "BR"]);
  const FRAMES = new Set(["IFRAME", "FRAME", "OBJECT", "EMBED"]);
  const inert = document.implementation.createHTMLDocument("");
  const controlled = new Set();
  const CONTROLS = "[aria-controls],[data-target],[data-bs-target],a[data-toggle],a[data-bs-toggle],a[role=tab],a[aria-expanded]";
  for (const tag of document.querySelectorAll(CONTROLS)) {
    for (const name of ["aria-controls", "data-target", "data-bs-target", "href"]) {
      for (const id of (tag.getAttribute(name) || "").split(/\s+/)) controlled.add(id.replace(/^#/, ""));
    }
  }
  controlled.delete("");

  // A visitor can open it: a closed disclosure, a tab, or what a control names as its target.
  const opens = (tag) => {
    if (tag.getAttribute("role") === "tabpanel" || controlled.has(tag.id)) return true;
    for (let at = tag; at; at = at.parentElement || (at.getRootNode() || {}).host) {
      if (at.tagName === "DETAILS" && !at.open) return true;
    }
    return false;
  };
  const inSight = (tag) => {
    const box = tag.getBoundingClientRect();
    const left = box.right + scrollX, top = box.bottom + scrollY;
    return box.width > 1 && box.height > 1 && left > 1 && top > 1;
  };
  const seen = (tag) => {
    if (!tag.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    return !FRAMES.has(tag.tagName) || inSight(tag);
  };
  // A photo as a background: no texture that is repeated, and no icon.
  const LEAST = 80; // pixels, of each side
  const backgroundOf = (tag) => {
    const box = tag.getBoundingClientRect();
    if (box.width < LEAST || box.height < LEAST) return "";
    const style = getComputedStyle(tag);
    const found = /url\("((?:[^"\\]|\\.)*)"\)/.exec(style.backgroundImage);
    if (!found || found[1].startsWith("data:")) return "";
    const whole = /cover|contain|100%/.test(style.backgroundSize);
    return whole || /no-repeat/.test(style.backgroundRepeat) ? found[1].replace(/\\(.)/g, "$1") : "";
  };
  // What a script wrote into a frame has no address of its own.
  const writtenInto = (frame) => {
    try {
      const inner = frame.contentDocument;
      return inner && /^about:/.test(inner.URL) && inner.body ? inner.body : null;
    } catch {
      return null;
    }
  };
  const childrenOf = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.tagName === "SLOT") {
      const given = node.assignedNodes();
      return given.length ? given : node.childNodes;
    }
    return node.childNodes;
  };

  const root = inert.importNode(document.documentElement, false);
  const stack = [[document.documentElement, root, true]];
  let count = 0;
  while (stack.length) {
    const [from, to, visible] = stack.pop();
    for (const child of childrenOf(from)) {
      if (++count > maxNodes) return { html: "", count };
      if (child.nodeType === Node.TEXT_NODE) to.append(inert.createTextNode(child.data));
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      const copy = inert.importNode(child, false);
      to.append(copy);
      let shown = visible;
      if (visible && !NEVER_SHOWN.has(child.tagName) && document.body && document.body.contains(child.getRootNode().host || child)) {
        shown = seen(child);
        if (!shown) copy.setAttribute(hiddenMark, opens(child) ? "opens" : "");
      }
      if (child.tagName === "IMG" && child.currentSrc && !child.getAttribute("src")) copy.setAttribute("src", child.currentSrc);
      const background = shown && !NEVER_SHOWN.has(child.tagName) && child.tagName !== "BODY" && child.tagName !== "HTML" ? backgroundOf(child) : "";
      if (background) copy.setAttribute(backgroundMark, background);
      const written = child.tagName === "IFRAME" && !child.hasAttribute("srcdoc") ? writtenInto(child) : null;
      if (written && written.childNodes.length) {
        const beside = inert.createElement("div");
        if (!shown) beside.setAttribute(hiddenMark, "");
        to.append(beside);
        stack.push([written, beside, false]);
      }
      // Scripts run here, so what a noscript holds is a text; it is written out as it stood.
      if (child.tagName === "NOSCRIPT") copy.innerHTML = child.textContent;
      else if (child.tagName !== "TEMPLATE") stack.push([child, copy, shown]);
    }
  }
  root.setAttribute(renderedMark, document.characterSet);
  return { html: "<!DOCTYPE html>" + root.outerHTML, count, url: location.href };
})
