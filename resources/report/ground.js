// A landscape in a report: bands of colour, contours, and where the runs walked; its cursor is that of the steps.
"use strict";

const NEAR = 14, FINEST = 1400;

function plane(page, given) {
  const box = document.getElementById(given.id), drawn = svg("svg", {}, box);
  const last = Math.max(1, ...given.treks.map((trek) => trek.steps[trek.steps.length - 1] || 0));
  const sight = page.groups[given.group] ||= { from: 0, to: last, low: 0, high: last, log: false, at: null };
  const steps = { low: sight.low, high: sight.high, form: "whole", log: false, title: "" };
  const one = { ground: given, box, svg: drawn, canvas: box.querySelector("canvas"), read: document.getElementById(given.id + "-read"), sight, x: steps };
  slide(page, one, given.title);
  drawn.addEventListener("pointermove", (event) => point(page, one, event));
  drawn.addEventListener("pointerdown", (event) => point(page, one, event));
  drawn.addEventListener("pointerleave", () => { one.read.textContent = ""; });
  return one;
}

function drawPlane(page, one, given) {
  const { ground, svg: drawn } = one, wide = given || Math.max(220, one.box.clientWidth);
  const high = Math.round((wide * (ground.y.high - ground.y.low)) / (ground.x.high - ground.x.low));
  one.place = { wide, high, sx: scale(ground.x.low, ground.x.high, 0, wide, false), sy: scale(ground.y.low, ground.y.high, high, 0, false) };
  const dark = !given && matchMedia("(prefers-color-scheme: dark)").matches, ramp = dark ? ground.dark : ground.light;
  fillBands(one, ramp);
  drawn.replaceChildren();
  drawn.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  const chips = [];
  for (const contour of ground.contours) {
    const lines = contour.lines.map((line) => points(one, line));
    svg("path", { class: "contour", d: lines.map((line) => "M" + line.map((at) => at.map(fixed).join(" ")).join("L")).join("") }, drawn);
    const longest = lines.reduce((most, line) => (line.length > most.length ? line : most), []);
    if (contour.text) chips.push([contour.text, longest]);
  }
  for (const [text, line] of chips) drawChip(one, text, line);
  drawRamp(one, ramp);
  one.treks = svg("g", {}, drawn);
  drawTreks(page, one);
}

function fillBands(one, ramp) {
  const { ground, canvas } = one, { wide, high } = one.place, times = Math.min(devicePixelRatio || 1, FINEST / wide);
  canvas.width = Math.round(wide * times);
  canvas.height = Math.round(high * times);
  const context = canvas.getContext("2d"), image = context.createImageData(canvas.width, canvas.height);
  const colours = ramp.map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));
  const gaps = Array.from({ length: canvas.width }, (_, i) => gapAt(ground.xs, ground.x.low + ((i + 0.5) / canvas.width) * (ground.x.high - ground.x.low)));
  for (let row = 0, at = 0; row < canvas.height; row++) {
    const [j, up] = gapAt(ground.ys, ground.y.high - ((row + 0.5) / canvas.height) * (ground.y.high - ground.y.low));
    for (const [i, across] of gaps) {
      const band = between(ground.bands, i, across, j, up);
      const colour = colours[band === null ? colours.length - 1 : Math.max(0, Math.min(Math.floor(band), colours.length - 1))];
      image.data[at++] = colour[0];
      image.data[at++] = colour[1];
      image.data[at++] = colour[2];
      image.data[at++] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

// Give flat numbers as points in pixels.
function points(one, flat) {
  const found = [];
  for (let i = 0; i < flat.length; i += 2) found.push(flat[i] === null ? null : [one.place.sx(flat[i]), one.place.sy(flat[i + 1])]);
  return found;
}

// Write a contour's height on it, as far from the paths' ends as its line has room.
function drawChip(one, text, line) {
  const { wide, high } = one.place, ends = one.ground.treks.flatMap((trek) => points(one, trek.at).filter(Boolean));
  const far = ([x, y]) => Math.min(...ends.map(([a, b]) => (a - x) ** 2 + (b - y) ** 2), 1e9);
  const inside = line.filter(([x, y]) => x > 24 && x < wide - 24 && y > 14 && y < high - 34);
  const best = inside.reduce((most, at) => (most === null || far(at) > far(most) ? at : most), null);
  if (best) svg("text", { class: "chip", x: fixed(best[0]), y: fixed(best[1] + 4), "text-anchor": "middle" }, one.svg, text);
}

// Draw what the colours stand for, at the lower right.
function drawRamp(one, ramp) {
  const { wide, high } = one.place, { ground } = one, size = 150 / ramp.length, left = wide - 162;
  const group = svg("g", { class: "ramp" }, one.svg), form = ground.form;
  ramp.forEach((hex, i) => svg("rect", { x: fixed(left + i * size), y: high - 14, width: fixed(size + 0.5), height: 8, fill: hex }, group));
  const ends = [heightOf(ground, 0), heightOf(ground, ramp.length)];
  svg("text", { class: "chip", x: left, y: high - 19 }, group, short(ends[0], form));
  svg("text", { class: "chip", x: left + 150, y: high - 19, "text-anchor": "end" }, group, short(ends[1], form));
}

// Draw the paths as far as the cursor, pale beyond it; each run's mark is where it is there.
function drawTreks(page, one) {
  const { ground, sight, treks } = one, found = [];
  treks.replaceChildren();
  for (const trek of ground.treks.filter((own) => !page.hidden.has(own.run)).reverse()) {
    const at = reachedAt(trek, sight.at), line = points(one, trek.at);
    const path = (part) => part.map((point, i) => (point ? (i && part[i - 1] ? "L" : "M") + point.map(fixed).join(" ") : "")).join("");
    const group = svg("g", { class: `${colour(trek.colour)} trek${trek.stale ? " stale" : ""}` }, treks);
    svg("path", { class: "casing", d: path(line) }, group);
    svg("path", { class: "line ahead", d: path(line.slice(Math.max(0, at))) }, group);
    svg("path", { class: "line", d: path(line.slice(0, at + 1)) }, group);
    const end = line.filter(Boolean).pop();
    if (end) svg("circle", { class: "spot", cx: fixed(end[0]), cy: fixed(end[1]), r: 4.5 }, group);
    if (at >= 0 && line[at]) {
      svg("path", { class: "mark", d: markPath(trek.colour, ...line[at], 6) }, group);
      found.push({ curve: trek, text: trek.z[at] === null ? "" : short(trek.z[at], ground.form) });
    }
  }
  drawEnds(page, one);
  if (ground.start) drawStart(one);
  describe(page, { sight, svg: one.svg, x: { ...one.x, title: "" }, title: ground.title }, found);
}

function drawStart(one) {
  const [x, y, text] = one.ground.start, left = one.place.sx(x), top = one.place.sy(y);
  svg("circle", { class: "begin", cx: fixed(left), cy: fixed(top), r: 3.5 }, one.treks);
  svg("text", { class: "note halo", x: fixed(left + 8), y: fixed(top + 16) }, one.treks, text);
}

// Write each run's name where its path ends.
function drawEnds(page, one) {
  const { wide, high } = one.place, ground = one.ground;
  const ends = ground.treks.filter((trek) => !page.hidden.has(trek.run)).map((trek) => ({ trek, at: points(one, trek.at).filter(Boolean).pop() })).filter((end) => end.at);
  const places = apart(ends.map((end) => end.at[1]), 17, 14, high - 40);
  ends.forEach(({ trek, at }, i) => {
    const words = trek.name + " " + trek.end, back = at[0] + 14 + lengthOf(words) > wide;
    const group = svg("g", { class: colour(trek.colour) }, one.treks);
    const label = svg("text", { class: "name halo", x: fixed(at[0] + (back ? -11 : 11)), y: fixed(places[i] + 4), "text-anchor": back ? "end" : "start" }, group);
    svg("tspan", { class: "ink" }, label, trek.name);
    if (trek.end) svg("tspan", { class: "end" }, label, " " + trek.end);
  });
}

// Read the height under the pointer; near a path, put the cursor on the step it was there.
function point(page, one, event) {
  const box = one.svg.getBoundingClientRect(), { wide, high, sx, sy } = one.place, ground = one.ground;
  const x = ((event.clientX - box.left) / box.width) * wide, y = ((event.clientY - box.top) / box.height) * high;
  const band = bandAt(ground, sx.value(x), sy.value(y)), most = ground.edges.length - 1 + ground.first;
  one.read.textContent = band === null ? "" : (band >= most ? "> " : "") + short(heightOf(ground, band), ground.form);
  let best = null, least = NEAR ** 2;
  for (const trek of ground.treks.filter((own) => !page.hidden.has(own.run))) {
    points(one, trek.at).forEach((at, i) => {
      const far = at ? (at[0] - x) ** 2 + (at[1] - y) ** 2 : Infinity;
      if (far < least) { least = far; best = trek.steps[i]; }
    });
  }
  if (best !== null) moveTo(page, one, Math.max(0, best));
}
