import type { Attachment } from 'svelte/attachments';
import type { SimulatedSensorDemo } from '../demo/simulated-sensor.svelte';
import { focusFirst } from './panel-host.svelte';

const CONTROLS = 'button, a[href], input, select, textarea, summary, label';
/** One squeezes as far as is asked, both together go beyond. */
const KEYS: readonly string[] = ['Space', 'Enter'];

/**
 * Squeezing the simulated sensor: hold the space bar or Enter, or press anywhere that is not a control; a second key or finger squeezes
 * harder. Where a control has the focus the key is its own, so that everything can be answered without a mouse.
 */
export function squeezeArea(demo: SimulatedSensorDemo): Attachment<HTMLElement> {
  return (area) => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { code, ctrlKey, altKey, metaKey, repeat } = event;
      if (!demo.active || !KEYS.includes(code) || ctrlKey || altKey || metaKey) return;
      if (isOnControl(event)) return;
      // Otherwise the page would scroll.
      event.preventDefault();
      // A key that is still held from pressing a button squeezes nothing.
      if (!repeat) demo.press(code);
    };
    const onKeyUp = ({ code }: KeyboardEvent) => {
      demo.release(code);
    };
    const onPress = (event: PointerEvent) => {
      if (demo.active && !isOnControl(event)) demo.press(String(event.pointerId));
    };
    const onLift = ({ pointerId }: PointerEvent) => {
      demo.release(String(pointerId));
    };
    const onClick = ({ target, detail }: MouseEvent) => {
      // Whoever has pressed a button with a finger or a mouse squeezes with the next key, and does not press it again.
      if (demo.active && detail > 0 && target instanceof Element && target.closest('button'))
        focusFirst(area);
    };
    const onMenu = (event: Event) => {
      // A long press is a squeeze here, not a question.
      if (demo.active) event.preventDefault();
    };
    const off = new AbortController();
    const { signal } = off;
    addEventListener('keydown', onKeyDown, { signal });
    addEventListener('keyup', onKeyUp, { signal });
    area.addEventListener('pointerdown', onPress, { signal });
    area.addEventListener('click', onClick, { signal });
    area.addEventListener('contextmenu', onMenu, { signal });
    addEventListener('pointerup', onLift, { signal });
    addEventListener('pointercancel', onLift, { signal });
    addEventListener(
      'blur',
      () => {
        demo.release();
      },
      { signal }
    );
    return () => {
      off.abort();
      demo.release();
    };
  };
}

function isOnControl({ target }: Event): boolean {
  return target instanceof Element && target.closest(CONTROLS) !== null;
}
