// The page of a report: one cursor through all of its panes, and what a reader may choose. Nothing is loaded.
"use strict";

function start() {
  const data = JSON.parse(document.getElementById("curves").textContent);
  const page = { ...data, hidden: new Set(), groups: {}, owns: [], panes: [], planes: [], each: false };
  document.documentElement.classList.add("live");
  for (const given of data.panes) {
    const curves = given.curves.map((curve) => ({ ...curve, x: data.xs[curve.x] }));
    const own = { ...given, curves, box: document.getElementById(given.id), log: given.y.log, first: given.y.log };
    own.sight = page.groups[own.group] ||= { from: own.x.low, to: own.x.high, low: own.x.low, high: own.x.high, log: own.x.log, at: null };
    page.owns.push(own);
    addLog(page, own);
  }
  page.planes = data.grounds.map((given) => plane(page, given));
  choices(page);
  lay(page);
  let width = innerWidth;
  addEventListener("resize", () => { if (width !== innerWidth) { width = innerWidth; redraw(page); } });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redraw(page));
  addEventListener("beforeprint", () => {
    for (const pane of page.panes) draw(page, pane, pane.only !== null ? 225 : pane.columns > 1 ? 340 : 680);
    for (const one of page.planes) drawPlane(page, one, 680);
  });
  addEventListener("afterprint", () => redraw(page));
}

function redraw(page) {
  for (const pane of page.panes) draw(page, pane);
  for (const one of page.planes) drawPlane(page, one);
}

// Let the page's buttons and choices do what they say.
function choices(page) {
  for (const button of document.querySelectorAll("[data-run]")) {
    button.disabled = false;
    button.addEventListener("click", () => toggle(page, Number(button.dataset.run), button));
  }
  for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", () => copy(page, button));
  for (const button of document.querySelectorAll("th button")) button.addEventListener("click", () => sort(button));
  document.getElementById("all").addEventListener("click", () => Object.values(page.groups).forEach((sight) => look(page, sight, null)));
  const each = document.getElementById("each"), baseline = document.getElementById("baseline");
  if (each) each.addEventListener("click", () => { page.each = !page.each; each.setAttribute("aria-pressed", String(page.each)); lay(page); });
  if (baseline) {
    baseline.value = page.baseline;
    baseline.addEventListener("change", () => { page.baseline = Number(baseline.value); redraw(page); });
  }
}

// Put the panes up: one of all runs, or one for each run.
function lay(page) {
  page.panes = page.owns.flatMap((own) => {
    const runs = [...new Set(own.curves.filter((curve) => curve.style === "solid" && curve.name === page.runs[curve.run]).map((curve) => curve.run))];
    const split = page.each && runs.length > 1;
    own.box.replaceChildren();
    own.box.classList.toggle("many", split);
    return (split ? runs : [null]).map((only) => {
      const pane = Object.assign(Object.create(own), { only, svg: svg("svg", {}, own.box) });
      listen(page, pane);
      return pane;
    });
  });
  hide(page);
  redraw(page);
}

function listen(page, pane) {
  const drawn = pane.svg, name = pane.only === null ? pane.title : `${pane.title}, ${page.runs[pane.only]}`;
  slide(page, pane, name);
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
}

// Make what is drawn a slider for keys and screen readers: it moves the cursor.
function slide(page, pane, name) {
  const attributes = { tabindex: 0, role: "slider", "aria-label": name, "aria-valuemin": pane.x.low, "aria-valuemax": pane.x.high };
  for (const key in attributes) pane.svg.setAttribute(key, attributes[key]);
  pane.svg.addEventListener("keydown", (event) => press(page, pane, event));
}

function press(page, pane, event) {
  const sight = pane.sight, whole = pane.x.form === "whole", at = sight.at === null ? sight.from : sight.at;
  const share = (value) => shareOf(sight, value), times = event.shiftKey ? 10 : 1;
  const by = (steps) => (whole ? at + steps : along(sight, share(at) + steps / 100));
  const acts = {
    ArrowLeft: () => moveTo(page, pane, by(-times)),
    ArrowRight: () => moveTo(page, pane, by(times)),
    PageUp: () => moveTo(page, pane, by(10)),
    PageDown: () => moveTo(page, pane, by(-10)),
    Home: () => moveTo(page, pane, sight.from),
    End: () => moveTo(page, pane, sight.to),
    "+": () => look(page, sight, [along(sight, share(at) - 0.25), along(sight, share(at) + 0.25)]),
    "-": () => look(page, sight, [along(sight, -0.5), along(sight, 1.5)]),
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
  for (const one of page.planes) if (one.sight === sight) drawTreks(page, one);
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
  document.getElementById("all").hidden = Object.values(page.groups).every((one) => one.from === one.low && one.to === one.high);
}

function toggle(page, run, button) {
  if (!page.hidden.delete(run)) page.hidden.add(run);
  button.setAttribute("aria-pressed", String(!page.hidden.has(run)));
  hide(page);
  redraw(page);
}

// Leave out what shows hidden runs only.
function hide(page) {
  for (const pane of page.panes) pane.svg.toggleAttribute("hidden", page.hidden.has(pane.only));
  for (const own of page.owns) {
    own.box.closest("figure").hidden = own.curves.length > 0 && own.curves.every((curve) => page.hidden.has(curve.run));
  }
  for (const table of document.querySelectorAll("[data-of]")) table.hidden = page.hidden.has(Number(table.dataset.of));
  for (const section of document.querySelectorAll("section")) {
    const parts = [...section.querySelectorAll("figure, [data-of]")];
    section.hidden = parts.length > 0 && parts.every((part) => part.hidden);
  }
}

function addLog(page, own) {
  if (!own.curves.some((curve) => (curve.high || curve.low).some((value) => value > 0)) || own.bars || own.square) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  const say = () => { button.textContent = own.log ? page.words.log : page.words.linear; button.setAttribute("aria-label", `${own.title}: ${page.words.scale}, ${button.textContent}`); };
  button.addEventListener("click", () => { own.log = !own.log; say(); page.panes.filter((pane) => pane.id === own.id).forEach((pane) => draw(page, pane)); });
  say();
  own.button = button;
  document.getElementById(own.id + "-head").append(button);
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
