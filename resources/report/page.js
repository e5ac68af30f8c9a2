// The page of a report: curves drawn from the data in it, one cursor through all of them. Nothing is loaded.
"use strict";

const LEFT = 58, TOP = 10, BOTTOM = 26, EVERY = 132, NARROW = 380, LETTER = 7, FAR = 40;

function start() {
  const data = JSON.parse(document.getElementById("curves").textContent);
  const page = { words: data.words, runs: data.runs, hidden: new Set(), groups: {}, panes: [] };
  document.documentElement.classList.add("live");
  for (const own of data.panes) {
    const box = document.getElementById(own.id);
    const group = (page.groups[own.group] ||= { from: own.x.low, to: own.x.high, low: own.x.low, high: own.x.high, at: null });
    const pane = { ...own, box, log: own.y.log, first: own.y.log, sight: group, svg: svg("svg", {}) };
    box.append(pane.svg);
    page.panes.push(pane);
    listen(page, pane);
    addLog(page, pane);
  }
  for (const button of document.querySelectorAll("[data-run]")) {
    button.addEventListener("click", () => toggle(page, Number(button.dataset.run), button));
  }
  for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", () => copy(page, button));
  for (const button of document.querySelectorAll("th button")) button.addEventListener("click", () => sort(button));
  for (const button of document.querySelectorAll("[data-resets]")) {
    button.addEventListener("click", () => look(page, page.groups[button.dataset.resets], null));
  }
  let width = 0;
  const redraw = () => { if (width !== innerWidth) { width = innerWidth; page.panes.forEach((pane) => draw(page, pane)); } };
  addEventListener("resize", redraw);
  addEventListener("beforeprint", () => page.panes.forEach((pane) => draw(page, pane, pane.narrow ? 340 : 680)));
  addEventListener("afterprint", () => page.panes.forEach((pane) => draw(page, pane)));
  redraw();
}

function svg(tag, attributes, parent, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const name in attributes) made.setAttribute(name, attributes[name]);
  if (text !== undefined) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

function colour(index) {
  return index < 0 ? "none-of-them" : `c${index % 8}${index >= 8 ? " dashed" : ""}`;
}

function shown(page, pane) {
  return pane.curves.filter((curve) => !page.hidden.has(curve.run));
}

// Give the length of the longest name at the end of a curve in a view: its panes share their edges, as their cursor does.
function letters(page, view) {
  const named = page.panes.filter((pane) => pane.view === view).flatMap((pane) => pane.curves.filter((curve) => curve.named));
  return Math.max(3, ...named.map((curve) => [...(curve.name + " " + curve.end)].length));
}

// Draw a pane: grid, numbers, curves with their marks and names; then the cursor.
function draw(page, pane, given) {
  const wide = given || Math.max(240, pane.box.clientWidth), high = pane.tall ? 270 : 210;
  const sight = pane.sight, curves = shown(page, pane), drawn = pane.svg;
  const named = curves.filter((curve) => curve.named);
  const right = wide < NARROW ? 12 : Math.min(0.3 * wide, 24 + LETTER * letters(page, pane.view));
  const stretch = axis(pane, curves);
  const sx = scale(sight.from, sight.to, LEFT, wide - right, false);
  const sy = scale(stretch[0], stretch[1], high - BOTTOM, TOP, pane.log);
  pane.place = { sx, sy, wide, high, right };
  drawn.replaceChildren();
  drawn.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  const clip = svg("clipPath", { id: pane.id + "-clip" }, svg("defs", {}, drawn));
  svg("rect", { x: LEFT - 2, y: TOP - 2, width: wide - right - LEFT + 4, height: high - BOTTOM - TOP + 4 }, clip);
  drawAxes(pane, drawn, stretch);
  const inner = svg("g", { "clip-path": `url(#${pane.id}-clip)` }, drawn);
  if (pane.bars) drawBars(pane, inner);
  for (const style of ["band", "raw", "had", "told", "ceiling", "planned", "stale", "solid"]) {
    for (const curve of curves.filter((one) => one.style === style).reverse()) drawCurve(pane, inner, curve);
  }
  curves.filter((curve) => curve.style === "solid").forEach((curve, i) => drawMarks(pane, inner, curve, i));
  for (const spot of pane.spots.filter((one) => !page.hidden.has(one.run))) drawSpot(pane, inner, spot);
  if (wide >= NARROW) drawNames(pane, drawn, named);
  pane.cursor = svg("g", { class: "cursor" }, drawn);
  pane.brush = svg("rect", { class: "brush", y: TOP, height: high - BOTTOM - TOP, width: 0, x: 0 }, drawn);
  drawCursor(page, pane);
}

// Give the stretch of y: the whole one, or where the sight is narrower what is in it.
function axis(pane, curves) {
  const { from, to, low, high } = pane.sight, whole = from === low && to === high;
  if (whole && pane.log === pane.first) return [pane.y.low, pane.y.high];
  const lines = curves.filter((curve) => curve.style !== "raw" && curve.style !== "ceiling");
  const found = extent(lines, from, to, pane.log) || (pane.log ? [0.1, 1] : [0, 1]);
  if (pane.log && found[0] < found[1] * 1e-8) found[0] = found[1] * 1e-8;
  return whole && !pane.log ? [pane.y.low, pane.y.high] : found;
}

function drawAxes(pane, parent, stretch) {
  const { sx, sy, wide, high, right } = pane.place, sight = pane.sight;
  const across = ticks(stretch[0], stretch[1], pane.log, pane.y.form, 5);
  const texts = tickTexts(across, pane.y.form, pane.log);
  across.forEach((value, i) => {
    const y = Math.round(sy(value)) + 0.5;
    svg("path", { class: value === 0 && !pane.log ? "floor" : "grid", d: `M${LEFT} ${y}H${wide - right}` }, parent);
    svg("text", { class: "number", x: LEFT - 8, y: y + 4, "text-anchor": "end" }, parent, texts[i]);
  });
  const title = svg("text", { class: "unit", x: wide - 6, y: high - 7, "text-anchor": "end" }, parent, pane.x.title);
  const room = title.getComputedTextLength ? title.getComputedTextLength() : 40;
  const along = ticks(sight.from, sight.to, false, pane.x.form, Math.max(2, Math.floor((wide - LEFT) / 90)));
  const numbers = tickTexts(along, pane.x.form, false);
  along.forEach((value, i) => {
    const x = Math.round(sx(value)) + 0.5;
    svg("path", { class: "tick", d: `M${x} ${high - BOTTOM + 1}v4` }, parent);
    if (x + 4 * numbers[i].length > wide - 12 - room) return;
    svg("text", { class: "number", x, y: high - 7, "text-anchor": "middle" }, parent, numbers[i]);
  });
}

function drawCurve(pane, parent, curve) {
  const { sx, sy } = pane.place, group = svg("g", { class: `${colour(curve.colour)} ${curve.style}` }, parent);
  if (curve.style === "band") svg("path", { class: "fill", d: bandPath(curve, sx, sy, pane.log) }, group);
  else if (curve.high) {
    svg("path", { class: "swept", d: bandPath(curve, sx, sy, pane.log) }, group);
    for (const side of [curve.low, curve.high]) svg("path", { class: "edge", d: linePath(curve.x, side, sx, sy, pane.log) }, group);
  } else svg("path", { class: "line", d: linePath(curve.x, curve.low, sx, sy, pane.log) }, group);
}

function drawMarks(pane, parent, curve, order) {
  const { sx, sy, wide, right } = pane.place, first = LEFT + 22 + ((order * 44) % EVERY);
  const group = svg("g", { class: colour(curve.colour) }, parent);
  for (let x = first; x < wide - right - 6; x += EVERY) {
    const value = valueAt(curve, sx.value(x), true);
    if (!value || (pane.log && value[0] <= 0)) continue;
    svg("path", { class: "mark", d: markPath(curve.colour, x, sy((value[0] + value[1]) / 2), 3.6) }, group);
  }
}

function drawBars(pane, parent) {
  const { sx, sy } = pane.place, floor = sy(Math.max(0, pane.y.low));
  pane.bars.heights.forEach((value, i) => {
    const left = sx(pane.bars.edges[i]), width = sx(pane.bars.edges[i + 1]) - left;
    svg("rect", { class: "bar", x: left + 0.5, width: Math.max(0.5, width - 1), y: sy(value), height: Math.max(0, floor - sy(value)) }, parent);
  });
}

function drawSpot(pane, parent, spot) {
  const { sx, sy } = pane.place, x = sx(spot.x), y = sy(spot.y);
  if (!Number.isFinite(y)) return;
  const group = svg("g", { class: colour(spot.colour) }, parent);
  svg("circle", { class: "spot", cx: x, cy: y, r: 4.5 }, group);
  if (spot.text) svg("text", { class: "note halo", x: x + 8, y: y - 6 }, parent, spot.text);
}

// Write each curve's name where it ends, apart from the others, with a thread to the end of its curve.
function drawNames(pane, parent, curves) {
  const { sx, sy, wide, high, right } = pane.place, room = wide - right;
  const ends = [];
  for (const curve of curves) {
    let i = lastAt(curve.x, pane.sight.to);
    while (i >= 0 && (curve.low[i] === null || (pane.log && curve.low[i] <= 0))) i--;
    if (i < 0 || curve.x[i] < pane.sight.from) continue;
    const middle = curve.high ? (curve.low[i] + curve.high[i]) / 2 : curve.low[i];
    ends.push({ curve, x: Math.min(sx(curve.x[i]), room), y: Math.max(TOP, Math.min(sy(middle), high - BOTTOM)) });
  }
  const places = apart(ends.map((end) => end.y), 16, TOP + 2, high - BOTTOM - 2);
  ends.forEach(({ curve, x, y }, i) => {
    const group = svg("g", { class: colour(curve.colour) }, parent);
    if (x < room - FAR) svg("path", { class: "cross", d: `M${fixed(x - 4)} ${fixed(y - 4)}l8 8m0 -8l-8 8` }, group);
    else if (Math.abs(places[i] - y) > 3 || x < room - 2) {
      svg("path", { class: "thread", d: `M${fixed(x + 3)} ${fixed(y)}L${room + 9} ${fixed(places[i])}` }, group);
    }
    const label = svg("text", { class: "name", x: room + 12, y: places[i] + 4 }, group), most = Math.floor((right - 16) / LETTER);
    svg("title", {}, label, curve.name + " " + curve.end);
    svg("tspan", { class: "ink" }, label, cut(curve.name, most));
    if (curve.end) svg("tspan", { class: "end" }, label, cut(" " + curve.end, most - [...curve.name].length));
  });
}

// Draw the cursor's line and, beside it, what each curve is there.
function drawCursor(page, pane) {
  const { sx, sy, wide, high, right } = pane.place, at = pane.sight.at;
  pane.cursor.replaceChildren();
  if (at === null || at < pane.sight.from || at > pane.sight.to) return describe(page, pane, []);
  const x = sx(at), found = [];
  svg("path", { class: "at", d: `M${fixed(x)} ${TOP}V${high - BOTTOM}` }, pane.cursor);
  for (const curve of shown(page, pane)) {
    if (!["solid", "stale", "told"].includes(curve.style)) continue;
    const value = valueAt(curve, at, pane.smooth);
    if (value && !(pane.log && value[0] <= 0)) found.push({ curve, value, y: sy((value[0] + value[1]) / 2) });
  }
  const places = apart(found.map((one) => Math.max(TOP, Math.min(one.y, high - BOTTOM))), 17, TOP + 4, high - BOTTOM - 4);
  const before = x > wide - right - 70;
  found.forEach(({ curve, value, y }, i) => {
    const group = svg("g", { class: colour(curve.colour) }, pane.cursor);
    svg("path", { class: "mark", d: markPath(curve.colour, x, Math.max(TOP, Math.min(y, high - BOTTOM)), 5) }, group);
    const side = before ? { x: x - 11, "text-anchor": "end" } : { x: x + 11 };
    svg("text", { class: "value halo ink", y: places[i] + 4, ...side }, group, written(value, pane.y.form));
  });
  describe(page, pane, found);
}

// Say in words what stands at the cursor, for those who can't see it.
function describe(page, pane, found) {
  const at = pane.sight.at, place = at === null ? "" : pane.x.title + " " + short(at, pane.x.form === "whole" ? "whole" : "number");
  const values = found.map(({ curve, value }) => curve.name + " " + written(value, pane.y.form));
  pane.svg.setAttribute("aria-valuetext", [place, ...values].join(", ") || pane.title);
  pane.svg.setAttribute("aria-valuenow", at === null ? pane.sight.from : at);
}

function listen(page, pane) {
  const drawn = pane.svg;
  const attributes = { tabindex: 0, role: "slider", "aria-label": pane.title, "aria-valuemin": pane.x.low, "aria-valuemax": pane.x.high };
  for (const name in attributes) drawn.setAttribute(name, attributes[name]);
  const place = (event) => {
    const box = drawn.getBoundingClientRect(), at = ((event.clientX - box.left) / box.width) * pane.place.wide;
    return Math.max(pane.sight.from, Math.min(pane.place.sx.value(at), pane.sight.to));
  };
  let from = null;
  drawn.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (event.pointerType === "mouse") { from = { x: event.clientX, at: place(event) }; drawn.setPointerCapture(event.pointerId); }
    moveTo(page, pane, place(event));
  });
  drawn.addEventListener("pointermove", (event) => {
    moveTo(page, pane, place(event));
    if (from === null) return;
    const edges = [pane.place.sx(from.at), pane.place.sx(place(event))].sort((a, b) => a - b);
    pane.brush.setAttribute("x", edges[0]);
    pane.brush.setAttribute("width", Math.abs(event.clientX - from.x) > 5 ? edges[1] - edges[0] : 0);
  });
  drawn.addEventListener("pointerup", (event) => {
    const begun = from;
    from = null;
    if (begun === null || Math.abs(event.clientX - begun.x) <= 5) return;
    look(page, pane.sight, [begun.at, place(event)].sort((a, b) => a - b));
  });
  drawn.addEventListener("pointercancel", () => { from = null; pane.brush.setAttribute("width", 0); });
  drawn.addEventListener("dblclick", () => look(page, pane.sight, null));
  drawn.addEventListener("keydown", (event) => press(page, pane, event));
}

function press(page, pane, event) {
  const sight = pane.sight, unit = pane.x.form === "whole" ? 1 : (sight.high - sight.low) / 100;
  const at = sight.at === null ? sight.from : sight.at, by = event.shiftKey ? 10 * unit : unit, near = (sight.to - sight.from) / 4;
  const acts = {
    ArrowLeft: () => moveTo(page, pane, at - by),
    ArrowRight: () => moveTo(page, pane, at + by),
    PageUp: () => moveTo(page, pane, at + 10 * unit),
    PageDown: () => moveTo(page, pane, at - 10 * unit),
    Home: () => moveTo(page, pane, sight.from),
    End: () => moveTo(page, pane, sight.to),
    "+": () => look(page, sight, [at - near, at + near]),
    "-": () => look(page, sight, [sight.from - 2 * near, sight.to + 2 * near]),
    0: () => look(page, sight, null),
    Escape: () => look(page, sight, null),
    l: () => pane.button && pane.button.click(),
  };
  const act = event.ctrlKey || event.metaKey || event.altKey ? null : acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function moveTo(page, pane, x) {
  const sight = pane.sight, at = Math.max(sight.from, Math.min(x, sight.to));
  sight.at = pane.x.form === "whole" ? Math.round(at) : at;
  for (const one of page.panes) if (one.sight === sight) drawCursor(page, one);
}

// See another stretch in all panes of a group; null is all there is.
function look(page, sight, stretch) {
  let [from, to] = stretch || [sight.low, sight.high];
  from = Math.max(sight.low, from);
  to = Math.min(sight.high, to);
  if (!(to - from > 1e-9 * (sight.high - sight.low))) return;
  sight.from = from;
  sight.to = to;
  for (const one of page.panes) if (one.sight === sight) draw(page, one);
  for (const button of document.querySelectorAll("[data-resets]")) {
    const group = page.groups[button.dataset.resets];
    button.hidden = !group || (group.from === group.low && group.to === group.high);
  }
}

function toggle(page, run, button) {
  if (!page.hidden.delete(run)) page.hidden.add(run);
  button.setAttribute("aria-pressed", String(!page.hidden.has(run)));
  page.panes.forEach((pane) => draw(page, pane));
}

function addLog(page, pane) {
  if (!pane.curves.some((curve) => (curve.high || curve.low).some((value) => value > 0)) || pane.bars) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  const say = () => { button.textContent = pane.log ? page.words.log : page.words.linear; button.setAttribute("aria-label", `${pane.title}: ${page.words.scale}, ${button.textContent}`); };
  button.addEventListener("click", () => { pane.log = !pane.log; say(); draw(page, pane); });
  say();
  pane.button = button;
  document.getElementById(pane.id + "-head").append(button);
}

function copy(page, button) {
  const text = document.getElementById(button.dataset.copies).textContent;
  const done = () => {
    const before = button.textContent;
    button.textContent = page.words.copied;
    setTimeout(() => { button.textContent = before; }, 1500);
  };
  const by_hand = () => {
    const range = document.createRange();
    range.selectNodeContents(document.getElementById(button.dataset.copies));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if (document.execCommand("copy")) done();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, by_hand);
  else by_hand();
}

function sort(button) {
  const head = button.closest("th"), table = head.closest("table"), body = table.tBodies[0], rows = [...body.rows];
  const down = head.getAttribute("aria-sort") !== "descending";
  const values = rows.map((row) => {
    const cell = row.cells[head.cellIndex];
    return cell.dataset.value === undefined ? cell.textContent : cell.dataset.value === "" ? null : Number(cell.dataset.value);
  });
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  body.append(...sortedBy(values, down).map((i) => rows[i]));
}

if (typeof document !== "undefined") start();
