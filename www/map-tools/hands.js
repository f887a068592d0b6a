/**
 * What wheel, mouse, fingers and keys do to the picture. The page scrolls past it: a
 * wheel enlarges with Ctrl or ⌘ alone; one finger scrolls the page as long as all of
 * the picture is in sight, and two enlarge and move it.
 */

/** Nearer to where it was, in pixels, a hand has only trembled. */
const TREMBLE_PX = 4;

/** How far a key moves an actor, in parts of the window. */
const STEP = 0.03;

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export const listen = (map, view) => {
  /** Where a hand has hold of the picture, or of an actor in it. */
  let hold;
  /** Whether it has moved something since: then it does not press. */
  let hasPulled = false;
  let frame;

  const main = map.querySelector('.map-main');
  const isOnPicture = ({ target }) => !!target.closest('.map-network');
  const actorAt = ({ target }) => view.isNetwork() && target.closest('g[data-actor]');
  const take = (at, spread, actor) => {
    hold = { at, spread, actor, start: at };
    hasPulled = false;
  };

  /** The hand is at `at` now; `true` when something has moved. */
  const pull = (at, spread = 1) => {
    const { width, height } = view.picture().getBoundingClientRect();
    const way = Math.hypot((at.x - hold.start.x) * width, (at.y - hold.start.y) * height);
    if (!hasPulled && way < TREMBLE_PX && spread == hold.spread) return false;
    if (!hold.actor) {
      if (view.camera().scale == 1 && spread == hold.spread) return false;
      view.pull(hold.at, at, spread / hold.spread);
    } else {
      // Drawn anew once for each frame, however many events there are.
      const { actor } = hold;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => view.pullActor(actor, at));
    }
    Object.assign(hold, { at, spread });
    return (hasPulled = true);
  };

  const on = (kinds, act, options) =>
    kinds.split(' ').forEach((kind) => main.addEventListener(kind, act, options));

  on('wheel', (event) => {
    if (!isOnPicture(event) || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // In lines, or in pixels.
    const delta = event.deltaY * (event.deltaMode ? 20 : 1);
    const at = view.at(event);
    view.pull(at, at, Math.exp(Math.max(-60, Math.min(60, -delta)) / 150));
  }, { passive: false });

  on('pointerdown', (event) => {
    if (event.pointerType == 'mouse' && event.button == 0 && isOnPicture(event)) {
      take(view.at(event), 1, actorAt(event));
    }
  });
  on('pointermove', (event) => {
    if (!hold || event.pointerType != 'mouse') return;
    if (!(event.buttons & 1)) hold = null;
    // From now on the picture has the mouse, wherever that goes.
    else if (pull(view.at(event))) view.picture().setPointerCapture(event.pointerId);
  });
  on('pointerup pointercancel', () => (hold = null));

  const fingers = (event) => {
    const { touches } = event;
    const isHere = isOnPicture(event) && [1, 2].includes(touches.length);
    if (!isHere) return null;
    const [a, b = a] = [...touches].map(view.at);
    const [p, q = p] = touches;
    const apart = Math.hypot(p.clientX - q.clientX, p.clientY - q.clientY);
    return [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart || 1];
  };
  const touched = (event) => {
    const found = fingers(event);
    const isOne = event.touches.length == 1;
    // One finger moves the actor that is selected: it has been chosen for that.
    const actor = isOne && found && actorAt(event);
    const isChosen = actor && actor.classList.contains('selected');
    hold = null;
    if (!found || (isOne && view.camera().scale == 1 && !isChosen)) return;
    const before = hasPulled;
    take(...found, isChosen ? actor : null);
    if (isOne) return;
    hasPulled = before;
    if (event.cancelable) event.preventDefault();
  };
  on('touchstart touchend touchcancel', touched, { passive: false });
  on('touchmove', (event) => {
    const found = hold && fingers(event);
    if (found && (pull(...found) || event.touches.length > 1) && event.cancelable) {
      event.preventDefault();
    }
  }, { passive: false });

  // Whoever has pulled at something did not press it.
  main.addEventListener('click', (event) => {
    if (hasPulled && isOnPicture(event)) event.stopPropagation();
    hasPulled = false;
  }, true);

  map.addEventListener('keydown', (event) => {
    const actor = event.target.closest('g[data-actor]');
    if (!actor || event.ctrlKey || event.altKey || event.metaKey) return;
    const { key } = event;
    const step = event.shiftKey && view.isNetwork() && STEPS[key];
    if (step) {
      const { scale, x, y } = view.camera();
      const at = view.place(actor);
      const [right, down] = step.map((way) => way * STEP);
      view.pullActor(actor, { x: (at.x - x) * scale + right, y: (at.y - y) * scale + down });
    } else if (key == '+' || key == '=') view.zoom(1.5);
    else if (key == '-') view.zoom(1 / 1.5);
    else if (key == '0') view.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  map.addEventListener('focusin', ({ target }) => {
    if (target.matches('g[data-actor]:focus-visible')) view.reveal(target);
  });
};
