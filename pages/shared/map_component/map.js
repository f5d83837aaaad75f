/*
 * The map in the page: one SVG, drawn from positions that Python worked out.
 *
 * The browser owns the highlight: which box is chosen is read from the page's address, so that Python
 * can send the same bytes on every run. Python owns the card. Text from the pack is only ever set as
 * text, never as markup, because components are not sandboxed.
 */

const SVG = "http://www.w3.org/2000/svg";
const NARROW_BELOW = 640; // container width in px
const WIDE_FROM = 820; // container width in px from which a map is wide even if it must be scrolled
const TEXT_SIZE = 13; // px, as in pathways/figures/map_text.py
const LEAST_TEXT_SIZE = 12;
const SMALL_TEXT_SIZE = 12; // px, of conditions, counts and marks
const LEAST_SCALE = LEAST_TEXT_SIZE / TEXT_SIZE;
const MOST_FIT = 1.15;
const ZOOM_STEP = 1.25;
const ZOOM = { least: 0.4, most: 3 };
const CARD_FRAMES = 120; // how many drawn frames to wait for the card on a first visit
const PANEL_WIDTH = 480; // px, the most that the places of a group take
const ABOVE = 240; // px of the window that stand above a map, about
const TOUCH = 44; // least height in px of what a finger must hit

const maps = new WeakMap(); // one for each place where Streamlit mounts the component

export default function ({ data, parentElement, setTriggerValue }) {
  if (!maps.has(parentElement)) maps.set(parentElement, new MapInPage(parentElement));
  const map = maps.get(parentElement);
  const run = ++map.runs;
  map.report = (id) => setTriggerValue("chosen", id);
  map.show(new TextDecoder().decode(data));
  return () => {
    // A run that was overtaken by a newer one must not take the newer one's map away.
    if (map.runs !== run) return;
    map.remove();
    maps.delete(parentElement);
  };
}

class MapInPage {
  constructor(parent) {
    this.runs = 0;
    this.window = parent.ownerDocument.defaultView;
    this.listeners = new AbortController();
    this.root = html("div", { class: "map" });
    parent.append(this.root);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.root);
    this.listen();
  }

  listen() {
    const options = { signal: this.listeners.signal };
    const document = this.root.ownerDocument;
    document.addEventListener("click", (event) => this.followLink(event), options);
    this.window.addEventListener("popstate", () => this.readAddress(), options);
    this.window.addEventListener("beforeprint", () => this.setOnPaper(true), options);
    this.window.addEventListener("afterprint", () => this.setOnPaper(false), options);
    // Where the browser tells of every change of the address, links outside the map light it up too.
    this.window.navigation?.addEventListener("currententrychange", () => this.readAddress(), options);
  }

  /* Paper has the wide drawing, whose words are twice as large on one sheet as those of the long narrow one. */
  setOnPaper(isOnPaper) {
    this.isOnPaper = isOnPaper;
    this.resize();
  }

  remove() {
    this.listeners.abort();
    this.observer.disconnect();
    this.root.remove();
  }

  // --- drawing ---------------------------------------------------------------------------------

  show(text) {
    if (text !== this.text) {
      this.text = text;
      this.map = JSON.parse(text);
      this.build();
    }
    this.readAddress();
  }

  build() {
    this.chosen = undefined;
    this.zoom = null; // null: as wide as the page allows
    this.views = {};
    this.mode = null;
    this.dismissed = null;
    this.box = new Map(this.map.boxes.map((box) => [box.id, box]));
    this.home = new Map(this.map.boxes.flatMap((box) => (box.members ?? []).map(({ id }) => [id, box.id])));
    this.opened = undefined;
    this.focused = this.addressed() ?? this.map.boxes[0]?.id;
    const description = html("p", { class: "unseen", id: "description" });
    description.textContent =
      `${this.map.description} Arrow keys right and left move along the lines, up and down to the next ` +
      "box in that direction. Enter chooses, Escape clears the highlight, plus and minus change the size.";
    this.status = html("p", { class: "unseen", role: "status" });
    this.sheet = html("div", { class: this.map.dense ? "sheet dense" : "sheet" });
    this.tip = html("p", { class: "tip", "aria-hidden": "true" });
    this.panel = html("div", { class: "panel" });
    this.panel.hidden = this.tip.hidden = true;
    this.listenForZoom();
    const foot = html("div", { class: "foot" });
    foot.append(this.wayToCard(), ...this.marks(), this.legend(), this.tools());
    this.hint = this.hintOfSize();
    this.root.replaceChildren(description, this.status, this.hint, this.sheet, foot);
    this.resize();
  }

  /* By keyboard the card is one step behind the map, not behind all that stands between them. */
  wayToCard() {
    const button = html("button", { type: "button", class: "way-to-card" });
    button.textContent = "Read the card";
    button.addEventListener("click", () => this.root.ownerDocument.querySelector("#card-title")?.focus());
    return button;
  }

  tools() {
    const group = html("div", { class: "tools", role: "group", "aria-label": "Size of the map" });
    const buttons = [
      ["−", "Zoom out", () => this.setZoom(this.scale() / ZOOM_STEP)],
      ["+", "Zoom in", () => this.setZoom(this.scale() * ZOOM_STEP)],
      ["Fit", "Back to the first size", () => this.setZoom(null)],
    ];
    for (const [words, name, act] of buttons) {
      const button = html("button", { type: "button", "aria-label": name, title: name });
      button.textContent = words;
      button.addEventListener("click", act);
      group.append(button);
    }
    return group;
  }

  resize() {
    const width = this.root.clientWidth;
    if (!this.map || !width) return;
    const mode = this.modeFor(width);
    if (mode !== this.mode) this.setMode(mode);
    this.applyScale();
    this.reveal(this.chosen);
  }

  /* Between phone and desk, a map that would be cut off is shown narrow, unless it is too long for that. */
  modeFor(width) {
    if (this.isOnPaper) return "wide";
    const isCut = this.map.wide.width * LEAST_SCALE > width;
    return width < NARROW_BELOW || (isCut && !this.map.dense && width < WIDE_FROM) ? "narrow" : "wide";
  }

  setMode(mode) {
    const hadFocus = this.views[this.mode]?.svg.contains(this.root.getRootNode().activeElement);
    this.mode = mode;
    this.views[mode] ??= new View(this, mode);
    this.sheet.replaceChildren(this.views[mode].svg, this.tip, this.panel);
    this.sheet.dataset.mode = mode;
    this.mark();
    this.setFocusable(this.focused);
    if (hadFocus) this.view().boxes.get(this.focused)?.focus();
  }

  view() {
    return this.views[this.mode];
  }

  scale() {
    if (this.zoom) return this.zoom;
    const fit = this.root.clientWidth / this.map[this.mode].width;
    const isFitted = this.map.dense && this.mode === "wide" && !this.chosen;
    if (isFitted) return Math.min(MOST_FIT, fit);
    return Math.min(this.most(), Math.max(LEAST_SCALE, fit));
  }

  /* The overview is no higher than the window either, as long as its words can be read. */
  most() {
    if (this.map.parameter !== "box" || this.mode !== "wide") return MOST_FIT;
    const whole = (this.window.innerHeight - ABOVE) / this.map.wide.height;
    return Math.min(MOST_FIT, Math.max(LEAST_SCALE, whole));
  }

  /* What is at the point (in px of the sheet's window) stays there; without one, the middle does. */
  setZoom(zoom, point = [this.sheet.clientWidth / 2, this.sheet.clientHeight / 2]) {
    const before = this.scale();
    const [left, top] = [this.sheet.scrollLeft, this.sheet.scrollTop];
    this.zoom = zoom && Math.min(ZOOM.most, Math.max(ZOOM.least, zoom));
    this.applyScale();
    const by = this.scale() / before;
    this.sheet.scrollLeft = (left + point[0]) * by - point[0];
    this.sheet.scrollTop = (top + point[1]) * by - point[1];
  }

  /* With the wheel alone the page scrolls, as everywhere; two fingers on glass or the Ctrl key change the size. */
  listenForZoom() {
    const at = ({ clientX, clientY }) => {
      const { left, top } = this.sheet.getBoundingClientRect();
      return [clientX - left, clientY - top];
    };
    this.sheet.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.setZoom(this.scale() * Math.exp(-event.deltaY / 300), at(event));
    }, { passive: false });
    let pinch = null;
    const apart = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    this.sheet.addEventListener("touchstart", ({ touches }) => {
      pinch = touches.length === 2 ? { apart: apart(touches), scale: this.scale() } : null;
    }, { passive: true });
    this.sheet.addEventListener("touchmove", (event) => {
      if (!pinch || event.touches.length !== 2) return;
      event.preventDefault();
      this.setZoom((pinch.scale * apart(event.touches)) / pinch.apart, at(event.touches[0]));
    }, { passive: false });
  }

  applyScale() {
    const { width, height } = this.map[this.mode];
    const scale = this.scale();
    const { svg } = this.view();
    svg.setAttribute("width", Math.floor(width * scale));
    svg.setAttribute("height", Math.ceil(height * scale));
    this.view().setTouchHeight(TOUCH / scale);
    // Words that would be too small to read are not drawn: then a name shows for what is pointed at.
    const isTiny = scale * TEXT_SIZE < LEAST_TEXT_SIZE - 0.05;
    this.sheet.classList.toggle("tiny", isTiny);
    this.sheet.classList.toggle("windowed", Boolean(this.map.dense && (this.chosen || this.zoom)));
    this.view().setSmall(Math.max(SMALL_TEXT_SIZE, SMALL_TEXT_SIZE / scale));
    this.view().setHeadings(Math.max(TEXT_SIZE, LEAST_TEXT_SIZE / scale));
    this.hint.hidden = !isTiny;
    this.placePanel();
    const isCut = this.sheet.scrollWidth > this.sheet.clientWidth + 1 || this.sheet.scrollHeight > this.sheet.clientHeight + 1;
    setAttributes(this.sheet, isCut ? { tabindex: "0", role: "region", "aria-label": `${this.map.title}, can be scrolled` } : {});
    if (!isCut) for (const name of ["tabindex", "role", "aria-label"]) this.sheet.removeAttribute(name);
  }

  legend() {
    const details = html("details", { class: "legend" });
    const summary = html("summary");
    summary.textContent = "What the shapes and lines mean";
    const list = html("ul");
    for (const shape of this.map.legend.boxes) {
      list.append(sample(shape.words, "box", shape.kind, [["outline", shape.outline]]));
    }
    for (const line of this.map.legend.lines) {
      list.append(sample(line.words, "edge", line.kind, [["line", line.line], ["head", line.head]]));
    }
    const keys = html("p");
    keys.textContent =
      "By keyboard: Tab to the map, arrow keys along the lines, Enter to choose, Escape to clear, + and − for the " +
      "size, 0 for the first size. By mouse: Ctrl and the wheel change the size. By touch: two fingers do.";
    details.append(summary, list, keys);
    return details;
  }

  /* What stands on the boxes is explained where it is seen, not behind a fold. */
  marks() {
    const marks = this.map.legend.marks;
    if (!marks) return [];
    const shown = html("div", { class: "marks" });
    const title = html("p");
    title.textContent = `On the boxes: ${marks.title}. ${marks.note}`;
    const list = html("ul");
    list.append(...marks.entries.map((mark) => {
      const item = html("li");
      const picture = svg("svg", { viewBox: "10 3 18 18", width: 18, height: 18, "aria-hidden": "true" });
      picture.append(markOf(mark));
      item.append(picture, mark.words);
      return item;
    }));
    shown.append(title, list);
    return [shown];
  }

  /* Where the names are too small to be drawn, it is said how to read them, and one button does it. */
  hintOfSize() {
    const hint = html("p", { class: "hint" });
    const button = html("button", { type: "button" });
    button.textContent = "Make the names large enough to read";
    button.addEventListener("click", () => this.setZoom(LEAST_SCALE));
    hint.append("Names show when you point at a box. ", button);
    return hint;
  }

  // --- a group that is open in place -----------------------------------------------------------

  isGroup(id) {
    return (this.box.get(id)?.members?.length ?? 0) > 1;
  }

  open(id) {
    if (id === this.opened) return this.markMember();
    this.opened = id;
    for (const [other, element] of this.view().boxes) {
      if (this.isGroup(other)) element.setAttribute("aria-expanded", String(other === id));
    }
    this.panel.hidden = !id;
    this.panel.replaceChildren(...(id ? this.panelOf(this.box.get(id)) : []));
    this.markMember();
    this.placePanel();
  }

  panelOf(box) {
    const label = this.view().label(box.id);
    setAttributes(this.panel, { role: "group", "aria-label": `${label}: ${box.count}` });
    const head = html("div", { class: "panel-head" });
    const title = html("strong");
    title.textContent = label;
    const close = html("button", { type: "button", "aria-label": `Close ${label}` });
    close.textContent = "Close";
    close.addEventListener("click", () => this.close(box.id));
    head.append(title, close);
    const list = html("ul");
    list.append(...box.members.map((member) => this.memberOf(member, box.id)));
    this.panel.onkeydown = (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close(box.id);
    };
    return [head, list];
  }

  memberOf(member, group) {
    const item = html("li");
    const query = new URLSearchParams(this.window.location.search);
    query.set("box", group);
    query.set("node", member.id);
    const link = html("a", { href: `?${query}`, "data-member": member.id });
    const label = html("span", { class: "label" });
    label.textContent = member.label;
    link.append(label);
    if (member.mark) {
      const mark = html("span", { class: "shown" });
      mark.textContent = member.mark;
      link.append(" ", mark);
    }
    link.addEventListener("click", (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      this.markMember(member.id);
      this.tell(member.id);
    });
    item.append(link);
    return item;
  }

  markMember(id = new URLSearchParams(this.window.location.search).get("node")) {
    for (const link of this.panel.querySelectorAll("a")) {
      if (link.dataset.member === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  close(id) {
    this.setChosen(null);
    this.open(null);
    this.focus(id);
    this.report("");
  }

  /* Beneath its box; above it where only there is room; else the sheet grows, so that nothing is hidden. */
  placePanel() {
    this.sheet.style.minHeight = "";
    if (this.panel.hidden || !this.opened) return;
    const box = this.view().boxes.get(this.opened).querySelector(".outline").getBoundingClientRect();
    const sheet = this.sheet.getBoundingClientRect();
    const width = Math.min(PANEL_WIDTH, this.sheet.clientWidth - 8);
    const middle = (box.left + box.right) / 2 - sheet.left;
    const left = Math.max(4, Math.min(middle - width / 2, this.sheet.clientWidth - width - 4));
    Object.assign(this.panel.style, { width: `${width}px`, left: `${left}px` });
    const height = this.panel.offsetHeight;
    const upper = box.top - sheet.top + this.sheet.scrollTop - height - 6;
    const lower = box.bottom - sheet.top + this.sheet.scrollTop + 6;
    const isCut = lower + height > this.view().svg.clientHeight;
    const top = isCut && upper >= 0 ? upper : lower;
    this.panel.style.top = `${top}px`;
    this.sheet.style.minHeight = `${Math.ceil(top + this.panel.offsetHeight + 8)}px`;
  }

  // --- what is chosen --------------------------------------------------------------------------

  /* A node whose card is open lights up the box of the overview that stands for it. */
  addressed() {
    const query = new URLSearchParams(this.window.location.search);
    const id = query.get(this.map.parameter) ?? this.home.get(query.get("node"));
    return this.box.has(id) ? id : null;
  }

  /* A choice shows at once. The address follows when Python has answered, and counts from its next change on. */
  readAddress() {
    if (!this.map) return;
    const id = this.addressed();
    if (id !== this.lastAddressed || this.chosen === undefined) {
      const isNews = id !== this.chosen;
      this.setChosen(id);
      if (isNews && id) this.reveal(id);
    }
    this.lastAddressed = id;
    const group = new URLSearchParams(this.window.location.search).get("box");
    if (group !== this.lastGroup || this.opened === undefined) this.open(this.isGroup(group) ? group : null);
    if (group !== this.lastGroup && this.opened) this.showPanel();
    this.lastGroup = group;
    this.markMember();
    this.followAddress();
  }

  /* A place that comes from elsewhere (a shared link, the search, the back button) has its card shown too. */
  followAddress() {
    const query = new URLSearchParams(this.window.location.search);
    const [place, part] = [query.get("node"), query.get("part")];
    const isFirst = this.place === undefined;
    if (place && place !== this.place) this.showCard(isFirst);
    else if (!isFirst && part !== this.part) this.showPart();
    this.place = place;
    this.part = part;
  }

  /* Brings a box to the middle of the sheet, in both directions; the page itself is not scrolled. */
  reveal(id) {
    const box = this.view()?.boxes.get(id)?.querySelector(".outline").getBoundingClientRect();
    if (!box) return;
    const sheet = this.sheet.getBoundingClientRect();
    this.sheet.scrollLeft += (box.left + box.right - sheet.left - sheet.right) / 2;
    this.sheet.scrollTop += (box.top + box.bottom - sheet.top - sheet.bottom) / 2;
  }

  setChosen(id) {
    this.chosen = id;
    this.dismissed = null;
    if (id) this.setFocusable(id);
    this.mark();
    if (this.mode && this.map.dense) this.applyScale();
  }

  /* A group opens in place, and closes when it is chosen again; any other box opens its card. */
  choose(id) {
    if (this.opened === id && id) return this.close(id);
    this.setChosen(id);
    this.reveal(id);
    if (this.map.parameter === "box") this.open(this.isGroup(id) ? id : null);
    if (this.opened) {
      this.report(id);
      this.showPanel();
      this.status.textContent = `Open: ${this.panel.getAttribute("aria-label")}. Press Tab to reach them.`;
    } else this.tell(id);
  }

  tell(id) {
    this.report(id);
    this.showCard();
    const label = this.box.get(id)?.name.split(",")[0];
    this.status.textContent = label ? `The card is open: ${label}` : "The card is open.";
  }

  /*
   * A card is shown from its beginning. Where that is not in sight, as beneath the map on a phone, the page
   * is scrolled to it: a choice would seem to do nothing. On a first visit the card comes after the map, and
   * what the reader has scrolled past by then stays above.
   */
  showCard(isFirst = false, frames = CARD_FRAMES) {
    const card = this.root.ownerDocument.querySelector(".st-key-card");
    if (!card?.firstElementChild) {
      if (frames) this.window.requestAnimationFrame(() => this.showCard(isFirst, frames - 1));
      return;
    }
    const { top } = card.getBoundingClientRect();
    const isInSight = top >= 0 && top < this.root.getBoundingClientRect().bottom;
    if (isInSight || (top < 0 && isFirst)) return;
    this.scrollTo(card, "start");
  }

  /* The places of a group that opened, where its name or more than half of them are out of the window. */
  showPanel() {
    this.window.requestAnimationFrame(() => {
      const { top, bottom, height } = this.panel.getBoundingClientRect();
      const seen = Math.min(bottom, this.window.innerHeight) - Math.max(top, 0);
      const room = Math.min(height, this.window.innerHeight);
      if (top < 0 || seen < room / 2) this.scrollTo(this.panel, height > room ? "start" : "center");
    });
  }

  /* Another part of a card begins at its beginning: beneath the names of the parts, where these stay in sight. */
  showPart() {
    const names = this.root.ownerDocument.querySelector(".st-key-card > :has(> .st-key-parts)");
    const part = names?.nextElementSibling;
    if (!part) return;
    const { bottom, height } = names.getBoundingClientRect();
    if (part.getBoundingClientRect().top >= Math.min(bottom, height) - 1) return;
    part.style.scrollMarginTop = `${height}px`;
    part.scrollIntoView({ block: "start" });
  }

  scrollTo(element, block) {
    const isCalm = this.window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ behavior: isCalm ? "auto" : "smooth", block });
  }

  followLink(event) {
    const link = event.target.closest?.("a[data-node]");
    if (!link || !isPlain(event) || event.defaultPrevented || !link.closest(".st-key-explorer")) return;
    event.preventDefault();
    const id = link.dataset.node;
    if (this.map.parameter === "node" && this.box.has(id)) this.choose(id);
    else this.tell(id);
  }

  mark() {
    this.view()?.mark(this.chosen, this.dismissed !== null && this.dismissed === this.chosen);
  }

  // --- keyboard --------------------------------------------------------------------------------

  setFocusable(id) {
    this.focused = id;
    for (const [other, element] of this.view()?.boxes ?? []) {
      element.setAttribute("tabindex", other === id ? "0" : "-1");
    }
  }

  focus(id) {
    if (!id) return;
    this.setFocusable(id);
    this.view().boxes.get(id).focus();
  }

  press(event, id) {
    const act = this.keys(id)[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    // Streamlit listens for keys on the page as well.
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  keys(id) {
    const { next, previous } = this.box.get(id);
    const ids = this.map.boxes.map((box) => box.id);
    const view = this.view();
    return {
      ArrowRight: () => this.focus(view.nearest(id, next)),
      ArrowLeft: () => this.focus(view.nearest(id, previous)),
      ArrowDown: () => this.focus(view.inDirection(id, 1)),
      ArrowUp: () => this.focus(view.inDirection(id, -1)),
      "+": () => this.setZoom(this.scale() * ZOOM_STEP),
      "=": () => this.setZoom(this.scale() * ZOOM_STEP),
      "-": () => this.setZoom(this.scale() / ZOOM_STEP),
      0: () => this.setZoom(null),
      Home: () => this.focus(ids[0]),
      End: () => this.focus(ids[ids.length - 1]),
      Enter: () => this.choose(id),
      " ": () => this.choose(id),
      Escape: () => {
        this.dismissed = this.chosen;
        this.open(null);
        this.mark();
        view.preview(null);
      },
    };
  }
}

/* The map in one of its two geometries. */
class View {
  constructor(page, mode) {
    this.page = page;
    this.mode = mode;
    this.map = page.map;
    this.places = this.map[mode];
    this.place = new Map(this.map.boxes.map((box, i) => [box.id, this.places.boxes[i]]));
    this.svg = svg("svg", {
      viewBox: `0 0 ${this.places.width} ${this.places.height}`,
      role: "group",
      "aria-label": this.map.title,
      "aria-describedby": "description",
    });
    this.edges = this.map.edges.map((edge, i) => edgeOf(edge, this.places.edges[i]));
    this.headings = this.places.headings.map(headingOf);
    this.boxes = new Map(this.map.boxes.map((box) => [box.id, this.boxOf(box)]));
    this.ways = svg("g");
    // Warning signs come first in the list, so they are painted last, over the others.
    this.ways.append(...[...this.edges].reverse());
    this.svg.append(...this.headings, this.ways, ...this.boxes.values());
  }

  boxOf(box) {
    const place = this.place.get(box.id);
    const group = svg("g", { class: `box ${box.kind}`, role: "button", tabindex: "-1", "aria-pressed": "false", "aria-label": box.name });
    const ring = { x: place.x - 4, y: place.y - 4, width: place.width + 8, height: place.height + 8, rx: 8 };
    const hit = svg("rect", { class: "hit", x: place.x, width: place.width });
    group.append(hit, svg("rect", { class: "ring", ...ring }), svg("path", { class: "outline", d: place.outline }), text(place.text));
    if (box.members?.length > 1) group.setAttribute("aria-expanded", "false");
    if (place.small) group.append(setAttributes(text(place.small), { class: "small" }));
    if (place.mark) group.append(markOf(place.mark));
    group.addEventListener("click", () => {
      this.page.setFocusable(box.id);
      this.page.choose(box.id);
    });
    group.addEventListener("keydown", (event) => this.page.press(event, box.id));
    group.addEventListener("focus", () => this.preview(box.id));
    group.addEventListener("blur", () => this.preview(null));
    group.addEventListener("pointerenter", () => this.preview(box.id));
    group.addEventListener("pointerleave", () => this.preview(null));
    return group;
  }

  setTouchHeight(least) {
    for (const [id, group] of this.boxes) {
      const { y, height } = this.place.get(id);
      const touch = Math.max(height, least);
      setAttributes(group.querySelector(".hit"), { y: y - (touch - height) / 2, height: touch });
    }
  }

  mark(chosen, isDismissed) {
    const isLit = Boolean(chosen) && !isDismissed;
    const near = new Set(chosen ? this.neighbours(chosen) : []);
    this.svg.classList.toggle("lit", isLit);
    for (const [id, group] of this.boxes) {
      group.setAttribute("aria-pressed", String(id === chosen));
      group.classList.toggle("chosen", id === chosen);
      group.classList.toggle("near", isLit && near.has(id));
    }
    this.raise("near", isLit ? chosen : null);
  }

  preview(id) {
    this.raise("previewed", id);
    this.nameAt(id);
  }

  /* The words of a box over the map, where they are too small to be drawn in it. */
  nameAt(id) {
    const { tip, sheet } = this.page;
    const { mark, count } = this.page.box.get(id) ?? {};
    tip.hidden = !id || !(mark || sheet.classList.contains("tiny"));
    if (tip.hidden) return;
    tip.textContent = [this.label(id), count, mark].filter(Boolean).join(". ");
    const box = this.boxes.get(id).querySelector(".outline").getBoundingClientRect();
    const window = sheet.getBoundingClientRect();
    const left = (box.left + box.right) / 2 - window.left + sheet.scrollLeft - tip.offsetWidth / 2;
    tip.style.left = `${Math.max(0, Math.min(left, sheet.scrollLeft + sheet.clientWidth - tip.offsetWidth))}px`;
    tip.style.top = `${box.bottom - window.top + sheet.scrollTop + 4}px`;
  }

  label(id) {
    return this.place.get(id).text.map(({ line }) => line).join(" ").replace(/(\w-) /g, "$1");
  }

  /* Conditions, counts and marks are the smallest words: they are drawn larger where the map is made smaller. */
  setSmall(size) {
    for (const words of this.svg.querySelectorAll(".edge text, .box text.small")) words.style.fontSize = `${size}px`;
  }

  /* The names of lanes keep a size that can be read, however small the map is. */
  setHeadings(size) {
    for (const heading of this.headings) {
      heading.firstElementChild.style.fontSize = `${size}px`;
      const lines = [...heading.querySelectorAll("tspan")];
      const first = Number(lines[0].dataset.y);
      lines.forEach((line, i) => line.setAttribute("y", this.mode === "wide" ? first - TEXT_SIZE + size + i * size * 1.23 : first));
    }
  }

  /* Marks the ways of a box, and paints them over the others. */
  raise(mark, id) {
    this.map.edges.forEach(({ start, end }, i) => {
      const isItsOwn = start === id || end === id;
      this.edges[i].classList.toggle(mark, isItsOwn);
      if (isItsOwn) this.ways.append(this.edges[i]);
    });
  }

  neighbours(id) {
    const { next, previous } = this.page.box.get(id);
    return [...next, ...previous];
  }

  middle(id) {
    const { x, y, width, height } = this.place.get(id);
    return [x + width / 2, y + height / 2];
  }

  nearest(id, others) {
    const [x, y] = this.middle(id);
    return least(others, (other) => {
      const [ox, oy] = this.middle(other);
      return Math.hypot(ox - x, oy - y);
    });
  }

  inDirection(id, down) {
    const [x, y] = this.middle(id);
    const others = [...this.boxes.keys()].filter((other) => (this.middle(other)[1] - y) * down > 1);
    return least(others, (other) => {
      const [ox, oy] = this.middle(other);
      return Math.abs(oy - y) + 3 * Math.abs(ox - x);
    });
  }
}

function edgeOf(edge, place) {
  const group = svg("g", { class: `edge ${edge.kind} ${edge.weight ?? ""}`, "aria-hidden": "true" });
  group.append(svg("path", { class: "line", d: place.line }), svg("path", { class: "head", d: place.head }));
  if (place.text) group.append(text(place.text));
  return group;
}

function headingOf(heading) {
  const group = svg("g", { class: "heading", "aria-hidden": "true" });
  group.append(text(heading.text));
  return group;
}

function markOf(mark) {
  const group = svg("g", { class: `mark ${mark.shape}`, "aria-hidden": "true" });
  if (mark.filling) group.append(svg("path", { class: "mark-filling", d: mark.filling }));
  group.append(svg("path", { class: "mark-line", d: mark.line }));
  return group;
}

function isPlain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

function text(lines) {
  const element = svg("text", { "aria-hidden": "true" });
  for (const { x, y, line } of lines) {
    const part = svg("tspan", { x, y, "data-y": y });
    part.textContent = line;
    element.append(part);
  }
  return element;
}

function sample(words, group, kind, paths) {
  const item = html("li");
  const picture = svg("svg", { viewBox: "0 0 38 24", width: 38, height: 24, "aria-hidden": "true" });
  const shape = svg("g", { class: `${group} ${kind}` });
  shape.append(...paths.map(([name, d]) => svg("path", { class: name, d })));
  picture.append(shape);
  item.append(picture, words);
  return item;
}

function least(items, measure) {
  return [...items].sort((a, b) => measure(a) - measure(b))[0];
}

function html(name, attributes = {}) {
  return setAttributes(document.createElement(name), attributes);
}

function svg(name, attributes = {}) {
  return setAttributes(document.createElementNS(SVG, name), attributes);
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
