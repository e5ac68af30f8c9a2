// Heights over a plane and paths on it, as numbers. These functions know nothing of a browser.
"use strict";

// Give the index of the gap between increasing places that something lies in, and the share of the gap before it.
function gapAt(places, x) {
  const i = Math.max(0, Math.min(lastAt(places, x), places.length - 2));
  return [i, Math.max(0, Math.min((x - places[i]) / (places[i + 1] - places[i]), 1))];
}

// Give a height of a plane on the scale of its bands, by straight lines between the places that are known.
function bandAt(ground, x, y) {
  const [i, across] = gapAt(ground.xs, x), [j, up] = gapAt(ground.ys, y);
  return between(ground.bands, i, across, j, up);
}

function between(rows, i, across, j, up) {
  const corners = [rows[j][i], rows[j][i + 1], rows[j + 1][i], rows[j + 1][i + 1]];
  if (corners.includes(null)) return null;
  return (corners[0] * (1 - across) + corners[1] * across) * (1 - up) + (corners[2] * (1 - across) + corners[3] * across) * up;
}

// Give the value at a place on that scale.
function heightOf(ground, band) {
  const at = Math.max(0, Math.min(band - ground.first, ground.edges.length - 1)), i = Math.min(Math.floor(at), ground.edges.length - 2);
  return ground.edges[i] + (at - i) * (ground.edges[i + 1] - ground.edges[i]);
}

// Give the index of the last place that a path had reached at a step; all of them where there is no cursor.
function reachedAt(trek, at) {
  return at === null ? trek.steps.length - 1 : lastAt(trek.steps, at);
}
