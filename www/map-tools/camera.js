/**
 * Which part of a picture is looked at, from how near. The picture and the window
 * on it have the same shape: both are one wide and one high here. `x` and `y` are
 * what of the picture is in the window's upper left corner.
 */

/** All is in sight. */
export const WHOLE = { scale: 1, x: 0, y: 0 };

const NEAREST = 8;

/** Closer to the edge of the window, in parts of it, something counts as out of sight. */
const EDGE = 0.1;

const between = (low, value, high) => Math.max(low, Math.min(high, value));

/** What of the picture is at a place of the window. */
export const under = ({ scale, x, y }, at) => ({ x: x + at.x / scale, y: y + at.y / scale });

/**
 * Enlarges by `factor`, and moves what is at `from` in the window to `to`, as far as
 * the window does not leave the picture.
 */
export const moved = (camera, from, to, factor) => {
  const fixed = under(camera, from);
  const scale = between(1, camera.scale * factor, NEAREST);
  const last = 1 - 1 / scale;
  return {
    scale,
    x: between(0, fixed.x - to.x / scale, last),
    y: between(0, fixed.y - to.y / scale, last),
  };
};

/** Brings a place of the picture into the middle, if it is out of sight. */
export const toward = (camera, place) => {
  const seen = {
    x: (place.x - camera.x) * camera.scale,
    y: (place.y - camera.y) * camera.scale,
  };
  const isSeen = (at) => at > EDGE && at < 1 - EDGE;
  return camera.scale == 1 || (isSeen(seen.x) && isSeen(seen.y))
    ? camera
    : moved(camera, seen, { x: 0.5, y: 0.5 }, 1);
};

/** Between two cameras, a share `t` of the way. */
export const onTheWay = (a, b, t) => {
  const mix = (key) => a[key] + (b[key] - a[key]) * t;
  return { scale: mix('scale'), x: mix('x'), y: mix('y') };
};
