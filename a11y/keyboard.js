// What the keyboard should reach, and what shows where it stands. Changes nothing but names for the audit.
(() => {
  const REACHED = "a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,audio[controls],video[controls],iframe,[contenteditable=true],[tabindex]";
  const name = element => {
    const words = (element.getAttribute("aria-label") || element.textContent || element.getAttribute("name") || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.tagName.toLowerCase()}${element.id ? "#" + element.id : ""}${words ? ` “${words}”` : ""}`;
  };
  const style = element => {
    const s = getComputedStyle(element);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.borderWidth, s.backgroundColor, s.color, s.textDecorationLine].join("|");
  };
  const reachable = element => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled || element.closest("[inert]")) return false;
    if (element.tabIndex < 0) return false;
    if (element.matches("summary") && element !== element.parentElement.querySelector(":scope > summary")) return false;
    if (element.matches("input[type=radio]")) {
      const group = [...document.getElementsByName(element.name)].filter(r => r.form === element.form);
      return element === (group.find(r => r.checked) || group[0]);
    }
    return true;
  };
  const list = [...document.querySelectorAll(REACHED)].filter(reachable);
  const plain = new Map(list.map(e => [e, style(e)]));
  const now = () => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const box = e.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 10));
    const label = e.closest("label");
    return {
      place: list.indexOf(e),
      name: name(e),
      styled: plain.get(e) !== style(e),
      visible: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
      covered: !!top && !e.contains(top) && !top.contains(e) && !(label && label.contains(top)) && e.getClientRects().length === 1,
      box: { x: box.left, y: box.top, width: box.width, height: box.height },
    };
  };
  let stops = [];
  document.addEventListener("focusin", () => stops.push(now()), true);
  window.__keyboard = {
    now,
    stops: () => stops,
    list: () => list.map(e => ({
      name: name(e),
      positive: e.tabIndex > 0,
      main: !!e.closest("main"),
      // One of each kind is compared by pixels.
      kind: [e.tagName, e.className, e.parentElement?.className, !!e.closest("header"), !!e.closest("footer")].join(" "),
    })),
    // Begin to walk anew after the target at `place`.
    start: place => { list[place].focus(); stops = []; },
    focus: place => {
      list[place].focus({ focusVisible: true });
      list[place].scrollIntoView({ block: "center", behavior: "instant" });
      return now();
    },
    atFirstOfMain: () => {
      const first = [...document.querySelectorAll("main :is(" + REACHED + ")")].find(reachable);
      return !first || first === document.activeElement;
    },
    leave: () => { const e = document.activeElement; e.blur(); return document.activeElement !== e; },
  };
})()
