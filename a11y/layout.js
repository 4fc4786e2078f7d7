// Measures the open page. Every function returns plain data for Python; nothing is changed.
(() => {
  const BLOCKY = /^(block|flex|grid|list-item|table-cell|flow-root)/;

  const name = element => {
    if (element.id) return `#${element.id}`;
    const classes = [...element.classList].map(c => `.${c}`).join("");
    const own = element.tagName.toLowerCase() + classes;
    const up = element.parentElement;
    return up && up !== document.body ? `${up.id ? "#" + up.id : up.tagName.toLowerCase() + [...up.classList].map(c => "." + c).join("")} > ${own}` : own;
  };
  const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const texts = function* (root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && node.parentElement.checkVisibility({ visibilityProperty: true })) yield node;
    }
  };
  const boxes = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
  };
  // Text for ears only is one pixel large or clipped away: it cannot be cut off for the eye.
  const forEars = element => {
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      const box = e.getBoundingClientRect();
      if ((style.clipPath !== "none" || style.clip !== "auto") && box.width <= 2) return true;
    }
    return false;
  };
  const quote = text => text.trim().replace(/\s+/g, " ").slice(0, 60);

  const sideways = () => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const scrolls = e => /auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX);
    const wide = [...document.body.querySelectorAll("*")].filter(e => {
      if (!shown(e) || e.getBoundingClientRect().right <= width + 1) return false;
      for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) if (scrolls(up)) return false;
      return true;
    });
    const inner = wide.filter(e => !wide.some(other => other !== e && e.contains(other)));
    return (inner.length ? inner : [document.body]).slice(0, 3).map(e => ({
      where: name(e),
      detail: `${document.scrollingElement.scrollWidth} px of content in ${width} px`,
    }));
  };

  const cut = () => {
    const found = [];
    for (const node of texts(document.body)) {
      if (forEars(node.parentElement)) continue;
      const lines = boxes(node);
      for (let e = node.parentElement; e && e !== document.body; e = e.parentElement) {
        const style = getComputedStyle(e);
        if (style.position === "absolute" && e.getBoundingClientRect().right <= 0) break;
        const hides = axis => /hidden|clip/.test(style[axis]);
        if (!hides("overflowX") && !hides("overflowY")) continue;
        const frame = e.getBoundingClientRect();
        const lost = lines.some(line =>
          (hides("overflowX") && line.right > frame.right + 1) || (hides("overflowY") && line.bottom > frame.bottom + 2));
        if (lost) { found.push({ where: name(e), detail: `“${quote(node.data)}” is cut off` }); break; }
      }
    }
    return found.slice(0, 5);
  };

  const overlaps = () => {
    const lines = [];
    for (const node of texts(document.body)) {
      if (forEars(node.parentElement)) continue;
      for (const box of boxes(node)) {
        // The letters fill about the middle 60 % of their line box.
        const slack = box.height * 0.2;
        if (box.right > 0) lines.push({ node, left: box.left + 1, right: box.right - 1, top: box.top + slack, bottom: box.bottom - slack });
      }
    }
    lines.sort((a, b) => a.top - b.top);
    const found = [];
    for (let i = 0; i < lines.length; i++) {
      for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; j++) {
        const [a, b] = [lines[i], lines[j]];
        if (a.node !== b.node && a.left < b.right && b.left < a.right) {
          found.push({ where: name(a.node.parentElement), detail: `“${quote(a.node.data)}” lies on “${quote(b.node.data)}”` });
        }
      }
    }
    return found.slice(0, 5);
  };

  const block = element => {
    let e = element.parentElement;
    while (e && !BLOCKY.test(getComputedStyle(e).display)) e = e.parentElement;
    return e || document.body;
  };
  // A link in a sentence: other words stand beside it in the same block (WCAG 2.5.8, "inline").
  const inSentence = element => {
    if (getComputedStyle(element).display !== "inline") return false;
    const around = block(element);
    const rest = [...texts(around)].filter(node => !node.parentElement.closest("a,button") && node.data.trim().length > 1);
    return rest.length > 0;
  };
  const targetBox = element => {
    // A press on the label is a press on the field: the larger of the two is the target.
    const own = element.getBoundingClientRect();
    const area = box => box.width * box.height;
    return [...(element.labels || [])].map(label => label.getBoundingClientRect()).reduce((most, box) => (area(box) > area(most) ? box : most), own);
  };
  const targets = () => [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[tabindex]:not([tabindex='-1'])")]
    .filter(e => shown(e) && !e.disabled && targetBox(e).right > 0 && targetBox(e).width > 0);

  const MAIN = "button,[type=submit],[type=search],select,summary,.action,a[href^='tel:'],body > header a,label > input";
  const smallTargets = () => {
    const all = targets();
    const found = [];
    for (const element of all) {
      const box = targetBox(element);
      const size = `${Math.round(box.width)} × ${Math.round(box.height)} px`;
      const sentence = inSentence(element);
      if (!sentence && element.matches(MAIN) && box.height < 43.5) {
        found.push({ where: name(element), detail: size, least: 44 });
      } else if (!sentence && (box.width < 23.5 || box.height < 23.5)) {
        const x = box.left + box.width / 2, y = box.top + box.height / 2;
        const near = all.some(other => {
          if (other === element || other.contains(element) || element.contains(other)) return false;
          const o = targetBox(other);
          const dx = Math.max(o.left - x, 0, x - o.right), dy = Math.max(o.top - y, 0, y - o.bottom);
          return Math.hypot(dx, dy) < 12;
        });
        if (near) found.push({ where: name(element), detail: size, least: 24 });
      }
    }
    return found.slice(0, 5);
  };

  const marked = element => {
    const style = getComputedStyle(element);
    return style.textDecorationLine.includes("underline") || parseFloat(style.borderBottomWidth) > 0 || style.boxShadow !== "none"
      || [...element.children].some(marked);
  };
  // What differs between the current item and its neighbours, apart from colour.
  const shape = element => {
    const s = getComputedStyle(element);
    return [s.fontWeight, s.textDecorationLine, s.borderBottomWidth, s.boxShadow === "none", s.outlineStyle, s.fontStyle,
      getComputedStyle(element, "::before").content, getComputedStyle(element, "::after").content].join("|");
  };
  const colourAlone = () => {
    const found = [];
    for (const link of document.querySelectorAll("main a[href], footer p a[href]")) {
      if (shown(link) && inSentence(link) && !marked(link)) found.push({ where: name(link), detail: `the link “${quote(link.textContent)}” in a sentence is told by its colour alone` });
    }
    for (const current of document.querySelectorAll("[aria-current]:not([aria-current=false])")) {
      const other = current.closest("ul,ol,nav")?.querySelector("a:not([aria-current])");
      if (other && shown(current) && shape(other) === shape(current)) found.push({ where: name(current), detail: `the current item “${quote(current.textContent)}” is told by its colour alone` });
    }
    return found.slice(0, 5);
  };

  return { sideways, cut, overlaps, smallTargets, colourAlone };
})()
