// Numbers, axes and curves as the page of a report draws them. These functions know nothing of a browser.
"use strict";

// Numbers -------------------------------------------------------------------------------------------------------------

const THIN = "\u202f";

function short(value, form) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
  if (form === "percent") return plain(value * 100, 3) + THIN + "%";
  if (form === "whole") return whole(Math.round(value));
  const size = Math.abs(value);
  return value !== 0 && (size < 1e-3 || size >= 1e6) ? scientific(value, 3) : plain(value, 3);
}

function whole(value) {
  const digits = Math.abs(value).toFixed(0);
  return (value < 0 ? "−" : "") + (digits.length > 4 ? grouped(digits) : digits);
}

function plain(value, digits) {
  if (value === 0) return "0";
  const size = Math.abs(Number(value.toExponential(digits - 1)));
  if (size < 1e-9 || size >= 1e15) return scientific(value, digits);
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(size) + 1e-12));
  let text = size.toFixed(places);
  if (places > 0) text = text.replace(/\.?0+$/, "");
  return (value < 0 ? "−" : "") + (size >= 1e4 ? grouped(text) : text);
}

function scientific(value, digits) {
  const [factor, power] = Math.abs(value).toExponential(digits - 1).split("e");
  const raised = "10" + String(Number(power)).replace(/./g, (sign) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(sign)]);
  const shown = factor.includes(".") ? factor.replace(/\.?0+$/, "") : factor;
  return (value < 0 ? "−" : "") + (shown === "1" ? raised : shown + "×" + raised);
}

function grouped(digits) {
  const [number, rest] = digits.split(".");
  return number.replace(/\B(?=(\d{3})+$)/g, THIN) + (rest === undefined ? "" : "." + rest);
}

// Axes ----------------------------------------------------------------------------------------------------------------

// Give the places of an axis's numbers: about five, by 1, 2 or 5 × 10ⁿ; on a log axis at 1, 2, 5 × 10ⁿ or at 10ⁿ.
function ticks(low, high, log, form, room) {
  if (!(high > low) || (log && !(low > 0))) return [low];
  if (log) {
    const first = Math.floor(Math.log10(low)) - 1, last = Math.ceil(Math.log10(high)) + 1, fine = [], decades = [];
    for (let power = first; power <= last; power++) {
      for (const digit of [1, 2, 5]) {
        const value = Number(digit + "e" + power);
        if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9)) continue;
        fine.push(value);
        if (digit === 1) decades.push(value);
      }
    }
    if (fine.length >= 2 && fine.length <= room) return fine;
    if (decades.length >= 2) return thinned(decades, room);
    return fine.length >= 2 ? thinned(fine, room) : ticks(low, high, false, form, room);
  }
  const power = Math.floor(Math.log10((high - low) / 5));
  let chosen = [], badness = Infinity;
  for (const shift of [-1, 0, 1]) {
    for (const digit of [1, 2, 5]) {
      if (form === "whole" && power + shift < 0) continue;
      const found = multiples(low, high, digit, power + shift);
      const bad = (found.length < 2 ? 1e6 : 0) + (found.length > room ? 1e3 : 0) + Math.abs(found.length - Math.min(5, room));
      if (bad < badness) { badness = bad; chosen = found; }
    }
  }
  return chosen.length ? thinned(chosen, room) : form === "whole" ? multiples(low, high, 1, 0).slice(0, room) : [low];
}

function multiples(low, high, digit, power) {
  const step = Number(digit + "e" + power), found = [];
  const first = Math.ceil(low / step - 1e-9), last = Math.floor(high / step + 1e-9);
  if (last - first > 100) return found;
  for (let k = first; k <= last; k++) found.push(power < 0 ? (digit * k) / Number("1e" + -power) : k * step);
  return found;
}

function thinned(values, room) {
  const stride = Math.ceil(values.length / Math.max(2, room));
  return values.filter((_, i) => i % stride === 0);
}

// Write an axis's numbers alike: with the digits their distance needs.
function tickTexts(values, form, log) {
  if (form === "percent") return alike(values.map((value) => value * 100)).map((text) => text + THIN + "%");
  const long = Math.max(...values.map(Math.abs)) > 1e7;
  if (form === "whole") return values.map((value) => (long && value ? scientific(value, 3) : whole(Math.round(value))));
  if (log) return values.map((value) => (value < 1e-3 || value >= 1e4 ? scientific(value, 3) : plain(value, 3)));
  return alike(values);
}

function alike(values) {
  const largest = Math.max(...values.map(Math.abs));
  if (largest === 0 || values.length < 2) return values.map((value) => short(value, "number"));
  if (largest < 1e-3 || largest >= 1e6) return values.map((value) => (value === 0 ? "0" : scientific(value, 3)));
  const step = Math.abs(values[1] - values[0]);
  let places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  if (Math.abs(Number(step.toFixed(places)) - step) > 1e-3 * step) places += 1;
  return values.map((value) => {
    const text = Math.abs(value).toFixed(places);
    return Number(text) === 0 ? "0" : (value < 0 ? "−" : "") + (Math.abs(value) >= 1e4 ? grouped(text) : text);
  });
}

// Give how a value becomes a place between two others, on a linear or a log axis.
function scale(low, high, start, end, log) {
  const of = log ? Math.log10 : Number, first = of(low), span = of(high) - first || 1;
  const place = (value) => start + ((of(value) - first) / span) * (end - start);
  place.value = (at) => {
    const value = first + ((at - start) / (end - start)) * span;
    return log ? 10 ** value : value;
  };
  return place;
}

// Curves --------------------------------------------------------------------------------------------------------------

// Give the index of the last of some increasing numbers that is at most x; -1 where all are more.
function lastAt(xs, x) {
  let low = 0, high = xs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (xs[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// Give a curve's value at x as [low, high], null where it has none. What was measured holds until the next measurement;
// a "smooth" curve goes straight from one point to the next; of a band it is the whole nearest column.
function valueAt(curve, x, smooth) {
  const xs = curve.x, i = lastAt(xs, x), last = xs.length - 1;
  if (!xs.length || x > xs[last] + (curve.high ? (xs[last] - xs[0]) / last || 0 : 1e-9)) return null;
  if (curve.high) {
    const j = i < 0 ? 0 : i < last && xs[i + 1] - x < x - xs[i] ? i + 1 : i;
    return curve.low[j] === null ? null : [curve.low[j], curve.high[j]];
  }
  if (i < 0 || curve.low[i] === null) return null;
  if (!smooth || i === last || xs[i] === x || curve.low[i + 1] === null) return [curve.low[i], curve.low[i]];
  const share = (x - xs[i]) / (xs[i + 1] - xs[i]), value = curve.low[i] + share * (curve.low[i + 1] - curve.low[i]);
  return [value, value];
}

function written(value, form) {
  const low = short(value[0], form), high = short(value[1], form);
  return low === high ? low : low + " … " + high;
}

// Write a difference with its sign; of per cent in points, without the sign of those.
function signed(value, form) {
  const text = short(Math.abs(form === "percent" ? value * 100 : value), "number");
  return text === "0" ? text : (value < 0 ? "−" : "+") + text;
}

// Give the share of the way across a sight that a value lies at, and the value at a share.
function shareOf(sight, value) {
  return scale(sight.from, sight.to, 0, 1, sight.log)(value);
}

function along(sight, share) {
  return scale(sight.from, sight.to, 0, 1, sight.log).value(share);
}

// Give the stretch that holds all values of some curves from one x to another, with room; null where there are none.
function extent(curves, from, to, log) {
  let low = Infinity, high = -Infinity;
  for (const curve of curves) {
    const first = Math.max(0, lastAt(curve.x, from)), top = curve.high || curve.low;
    for (let i = first; i < curve.x.length && (curve.x[i] <= to || i === first); i++) {
      if (curve.low[i] === null || (log && curve.low[i] <= 0)) continue;
      low = Math.min(low, curve.low[i]);
      high = Math.max(high, top[i]);
    }
  }
  if (!(high >= low)) return null;
  if (log) return [low / 1.2, high * 1.2];
  const room = 0.08 * (high - low) || 0.1 * Math.abs(high) || 1;
  return [low >= 0 && low < 0.15 * high ? 0 : low - room, high + room];
}

// Give a curve as the path of an SVG; what is null or can't stand on a log axis breaks it.
function linePath(xs, ys, sx, sy, log) {
  let path = "", on = false;
  for (let i = 0; i < xs.length; i++) {
    const there = ys[i] !== null && !(log && ys[i] <= 0);
    if (there) path += (on ? "L" : "M") + fixed(sx(xs[i])) + " " + fixed(sy(ys[i]));
    on = there;
  }
  return path;
}

// Give the outline of a band, one for each piece without a gap.
function bandPath(curve, sx, sy, log) {
  const high = curve.high || curve.low, least = sy.value ? sy.value(1e4) : 0;
  let path = "", there = [], back = [];
  const close = () => {
    if (there.length > 1) path += "M" + there.join("L") + "L" + back.reverse().join("L") + "Z";
    there = [];
    back = [];
  };
  for (let i = 0; i < curve.x.length; i++) {
    if (curve.low[i] === null || (log && high[i] <= 0)) { close(); continue; }
    there.push(fixed(sx(curve.x[i])) + " " + fixed(sy(high[i])));
    back.push(fixed(sx(curve.x[i])) + " " + fixed(sy(log ? Math.max(curve.low[i], least) : curve.low[i])));
  }
  close();
  return path;
}

// Give a place in pixels, within what every browser can draw.
function fixed(value) {
  return String(Math.round(Math.max(-1e4, Math.min(1e4, value)) * 10) / 10);
}

// Move places apart that are less than `gap` from each other, in order, within `low` to `high`; give where each goes.
function apart(places, gap, low, high) {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const moved = places.slice();
  let floor = low;
  for (const i of order) { moved[i] = Math.max(moved[i], floor); floor = moved[i] + gap; }
  let roof = high;
  for (const i of order.slice().reverse()) { moved[i] = Math.min(moved[i], roof); roof = moved[i] - gap; }
  return moved;
}

// Give about how many pixels a text takes: letters of East Asia are as wide as high.
function lengthOf(text) {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) >= 0x1100 ? 12 : 7), 0);
}

// Give a text of at most so many letters; of a longer one the beginning.
function cut(text, most) {
  const letters = [...text];
  return letters.length <= most ? text : most < 2 ? "" : letters.slice(0, most - 1).join("").replace(/ +$/, "") + "…";
}

// Give the order of rows by the numbers in one column, those without one last; of equal ones the first stays first.
function sortedBy(values, down) {
  const order = values.map((_, i) => i);
  return order.sort((a, b) => {
    const left = values[a], right = values[b];
    if (left === null || right === null) return (left === null) - (right === null) || a - b;
    const by = typeof left === "string" ? left.localeCompare(right) : left - right;
    return (down ? -by : by) || a - b;
  });
}

// The mark of a run about (x, y): the cue beside its colour.
function markPath(index, x, y, r) {
  const poly = (points) => "M" + points.map(([px, py]) => fixed(x + px * r) + " " + fixed(y + py * r)).join("L") + "Z";
  switch (Math.max(0, index) % 8) {
    case 0: return `M${fixed(x - r)} ${fixed(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 1: return poly([[-0.92, -0.92], [0.92, -0.92], [0.92, 0.92], [-0.92, 0.92]]);
    case 2: return poly([[0, -1.22], [1.2, 0.92], [-1.2, 0.92]]);
    case 3: return poly([[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]]);
    case 4: return poly([[0, 1.22], [-1.2, -0.92], [1.2, -0.92]]);
    case 5: return poly([0, 1, 2, 3, 4, 5].map((k) => [1.12 * Math.sin((k * Math.PI) / 3), 1.12 * Math.cos((k * Math.PI) / 3)]));
    default: return poly(cross(index % 8 === 6 ? Math.PI / 4 : 0));
  }
}

function cross(turn) {
  const corners = [[0.42, -1.25], [0.42, -0.42], [1.25, -0.42]], points = [];
  for (let quarter = 0; quarter < 4; quarter++) {
    const cos = Math.cos(turn + (quarter * Math.PI) / 2), sin = Math.sin(turn + (quarter * Math.PI) / 2);
    for (const [x, y] of corners) points.push([x * cos - y * sin, x * sin + y * cos]);
  }
  return points;
}
