// How the panes of a report are drawn: axes, curves with their marks and names, and the cursor.
"use strict";

const LEFT = 58, TOP = 10, BOTTOM = 26, EVERY = 132, NARROW = 270, TITLE = 18, LETTER = 7, FAR = 40;
const ORDER = ["band", "raw", "behind", "had", "told", "ceiling", "planned", "stale", "reference", "path", "solid"];
const READ = ["solid", "stale", "told", "reference"];

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

// Give a pane's curves that are in sight; of a pane of one run alone the others are pale behind it.
function shown(page, pane) {
  const seen = pane.curves.filter((curve) => !page.hidden.has(curve.run));
  if (pane.only === null) return seen;
  const behind = (curve) => ({ ...curve, style: "behind", named: false });
  const others = seen.filter((curve) => curve.run !== pane.only && ["solid", "stale", "reference"].includes(curve.style));
  return [...others.map(behind), ...seen.filter((curve) => curve.run === pane.only)];
}

// Give the pixels of the longest name at the end of a curve in a view: its panes share their edges, as their cursor does.
function letters(page, view) {
  const named = page.panes.filter((pane) => pane.view === view).flatMap((pane) => pane.curves.filter((curve) => curve.named));
  return Math.max(3 * LETTER, ...named.map((curve) => lengthOf(curve.name + " " + curve.end)));
}

// Draw a pane: grid, numbers, curves with their marks and names; then the cursor.
function draw(page, pane, given) {
  const wide = given || Math.max(220, pane.svg.getBoundingClientRect().width);
  const high = pane.only !== null ? 170 : pane.square ? 300 : pane.tall ? 270 : 210;
  const sight = pane.sight, curves = shown(page, pane), drawn = pane.svg, names = pane.only === null && wide >= NARROW;
  const right = names ? Math.min((pane.square ? 0.4 : 0.34) * wide, 24 + letters(page, pane.view)) : 12;
  const stretch = axis(pane, curves), top = pane.only === null ? TOP : TOP + TITLE;
  const sx = scale(sight.from, sight.to, LEFT, wide - right, pane.x.log);
  const sy = scale(stretch[0], stretch[1], high - BOTTOM, top, pane.log);
  pane.place = { sx, sy, wide, high, right, top };
  drawn.replaceChildren();
  drawn.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  const name = pane.id + (pane.only === null ? "" : "-" + pane.only) + "-clip";
  const clip = svg("clipPath", { id: name }, svg("defs", {}, drawn));
  svg("rect", { x: LEFT - 2, y: top - 2, width: wide - right - LEFT + 4, height: high - BOTTOM - top + 4 }, clip);
  drawAxes(pane, drawn, stretch);
  const inner = svg("g", { "clip-path": `url(#${name})` }, drawn);
  if (pane.bars) drawBars(pane, inner);
  if (pane.dots) drawDots(pane, inner);
  for (const pin of pane.pins) drawSpread(pane, inner, pin);
  for (const style of ORDER) {
    for (const curve of curves.filter((one) => one.style === style).reverse()) drawCurve(pane, inner, curve);
  }
  curves.filter((curve) => curve.style === "solid").forEach((curve, i) => drawMarks(pane, inner, curve, i));
  const there = (one) => !page.hidden.has(one.run) && (pane.only === null || one.run === pane.only);
  for (const spot of pane.spots.filter(there)) drawSpot(pane, inner, spot);
  drawPins(pane, drawn, pane.pins.filter(there));
  if (names) drawNames(pane, drawn, curves.filter((curve) => curve.named));
  if (pane.only !== null) svg("text", { class: "value ink", x: LEFT, y: TOP + 6 }, svg("g", { class: hue(pane) }, drawn), cut(page.runs[pane.only], Math.floor((wide - LEFT) / LETTER)));
  pane.cursor = svg("g", { class: "cursor" }, drawn);
  pane.brush = svg("rect", { class: "brush", y: top, height: high - BOTTOM - top, width: 0, x: 0 }, drawn);
  drawCursor(page, pane);
}

function hue(pane) {
  const own = pane.curves.find((curve) => curve.run === pane.only);
  return colour(own ? own.colour : -1);
}

// Give the stretch of y: the whole one, or where the sight is narrower what is in it.
function axis(pane, curves) {
  const { from, to, low, high } = pane.sight, whole = from === low && to === high;
  if (pane.square || (whole && pane.log === pane.first)) return [pane.y.low, pane.y.high];
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
  const along = ticks(sight.from, sight.to, pane.x.log, pane.x.form, Math.max(2, Math.floor((wide - LEFT) / 90)));
  const numbers = tickTexts(along, pane.x.form, pane.x.log);
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

// Draw points in a shape for each kind: a dot, a square, a cross.
function drawDots(pane, parent) {
  const { sx, sy } = pane.place, { x, y, kind } = pane.dots;
  const paths = {};
  x.forEach((value, i) => {
    const left = fixed(sx(value)), top = fixed(sy(y[i])), which = kind[i] % 3;
    const shapes = [`M${left} ${top}m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0`, `M${left} ${top}m-2-2h4v4h-4Z`, `M${left} ${top}m-2-2l4 4m-4 0l4-4`];
    paths[which] = (paths[which] || "") + shapes[which];
  });
  for (const which in paths) svg("path", { class: `dots kind${which}`, d: paths[which] }, parent);
}

// Draw how far a pinned place spreads, and its line.
function drawSpread(pane, parent, pin) {
  const { sx, high, top } = pane.place, x = fixed(sx(pin.x));
  if (pin.low !== null && pin.high !== null) {
    svg("rect", { class: "spread", x: fixed(sx(pin.low)), width: fixed(sx(pin.high) - sx(pin.low)), y: top, height: high - BOTTOM - top }, parent);
  }
  svg("path", { class: `pin ${pin.look} ${colour(pin.look === "own" ? pin.colour : -1)}`, d: `M${x} ${top}V${high - BOTTOM}` }, parent);
}

// Write what pinned places are called, those that would touch below each other.
function drawPins(pane, parent, pins) {
  const { sx, wide, right, high, top } = pane.place, ends = [];
  const inside = pins.filter((pin) => pin.x >= pane.sight.from && pin.x <= pane.sight.to);
  const told = (pin) => wide >= 440 || pin.look === "own" || pin.look === "chosen";
  for (const pin of inside.filter(told).sort((a, b) => a.x - b.x)) {
    const own = pin.look === "own", half = lengthOf(pin.name + " " + pin.value) / 2;
    const x = Math.max(LEFT + half, Math.min(sx(pin.x), wide - right - half));
    let level = ends.findIndex((end) => end < x - half);
    if (level < 0) level = ends.length;
    if (!own) ends[level] = x + half + 6;
    const text = svg("text", { class: "pinned halo", x, y: own ? high - BOTTOM - 6 : top + 8 + 16 * level, "text-anchor": "middle" }, parent);
    svg("tspan", { class: pin.look === "chosen" || own ? "strong" : "" }, text, pin.name);
    svg("tspan", { class: "end" }, text, " " + pin.value);
    if (own) text.setAttribute("class", "pinned halo ink " + colour(pin.colour));
  }
}

// Write each curve's name where it ends, apart from the others, with a thread to the end of its curve.
function drawNames(pane, parent, curves) {
  const { sx, sy, wide, high, right } = pane.place, room = wide - right;
  const ends = [];
  for (const curve of curves) {
    const last = pane.sight.to === pane.sight.high ? curve.x.length - 1 : lastAt(curve.x, pane.sight.to);
    let i = last;
    while (i >= 0 && (curve.low[i] === null || (pane.log && curve.low[i] <= 0))) i--;
    if (i < 0 || curve.x[i] < pane.sight.from) continue;
    const middle = curve.high ? (curve.low[i] + curve.high[i]) / 2 : curve.low[i];
    const ended = i < last || i === curve.x.length - 1;
    ends.push({ curve, ended, x: Math.min(sx(curve.x[i]), room), y: Math.max(TOP, Math.min(sy(middle), high - BOTTOM)) });
  }
  const places = apart(ends.map((end) => end.y), 16, TOP + 2, high - BOTTOM - 2);
  ends.forEach(({ curve, ended, x, y }, i) => {
    const group = svg("g", { class: colour(curve.colour) }, parent);
    if (x < room - FAR && ended) svg("path", { class: "cross", d: `M${fixed(x - 4)} ${fixed(y - 4)}l8 8m0 -8l-8 8` }, group);
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
  const { sx, sy, wide, high, right, top } = pane.place, at = pane.sight.at;
  pane.cursor.replaceChildren();
  if (at === null || at < pane.sight.from || at > pane.sight.to) return describe(page, pane, []);
  const x = sx(at), found = [];
  svg("path", { class: "at", d: `M${fixed(x)} ${top}V${high - BOTTOM}` }, pane.cursor);
  for (const curve of shown(page, pane)) {
    if (!READ.includes(curve.style)) continue;
    const value = valueAt(curve, at, pane.smooth);
    if (value && !(pane.log && value[0] <= 0)) found.push({ curve, value, y: sy((value[0] + value[1]) / 2) });
  }
  const base = baseOf(page, pane, at);
  for (const one of found) one.text = written(one.value, pane.y.form) + against(page, one, base, pane.y.form);
  const places = apart(found.map((one) => Math.max(top, Math.min(one.y, high - BOTTOM))), 17, top + 4, high - BOTTOM - 4);
  const before = x > wide - right - 110;
  found.forEach(({ curve, text, y }, i) => {
    const group = svg("g", { class: colour(curve.colour) }, pane.cursor);
    svg("path", { class: "mark", d: markPath(curve.colour, x, Math.max(top, Math.min(y, high - BOTTOM)), 5) }, group);
    const side = before ? { x: x - 11, "text-anchor": "end" } : { x: x + 11 };
    svg("text", { class: "value halo ink", y: places[i] + 4, ...side }, group, text);
  });
  describe(page, pane, found);
}

// Give the value of the run that others are read against; null where there is none, or the pane shows differences.
function baseOf(page, pane, at) {
  if (page.baseline < 0 || pane.curves.some((curve) => curve.style === "reference")) return null;
  const own = pane.curves.find((curve) => curve.run === page.baseline && curve.name === page.runs[page.baseline] && curve.style === "solid");
  const value = own ? valueAt(own, at, pane.smooth) : null;
  return value && value[0] === value[1] ? value[0] : null;
}

function against(page, { curve, value }, base, form) {
  if (base === null || value[0] !== value[1] || curve.run === page.baseline || curve.name !== page.runs[curve.run]) return "";
  return ` (${signed(value[0] - base, form)})`;
}

// Say in words what stands at the cursor, for those who can't see it.
function describe(page, pane, found) {
  const at = pane.sight.at, place = at === null ? "" : pane.x.title + " " + short(at, pane.x.form === "whole" ? "whole" : "number");
  const values = found.map(({ curve, text }) => curve.name + " " + text);
  pane.svg.setAttribute("aria-valuetext", [place, ...values].join(", ") || pane.title);
  pane.svg.setAttribute("aria-valuenow", at === null ? pane.sight.from : at);
}
