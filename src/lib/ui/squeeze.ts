import type { Attachment } from 'svelte/attachments';
import type { SimulatedSensorDemo } from '../demo/simulated-sensor.svelte';

const CONTROLS = 'button, a, input, select, summary, label';

/**
 * Squeezing the simulated sensor: hold the space bar, or press anywhere that is not a control. While it is on, space presses no
 * buttons; Enter still does.
 */
export function squeezeArea(demo: SimulatedSensorDemo): Attachment<HTMLElement> {
  return (area) => {
    const onKey = (event: KeyboardEvent) => {
      if (!demo.active || event.code !== 'Space') return;
      event.preventDefault();
      if (event.type === 'keydown') demo.press();
      else demo.release();
    };
    const onPress = (event: PointerEvent) => {
      const onControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
      if (demo.active && !onControl) demo.press();
    };
    const release = () => {
      demo.release();
    };
    const onMenu = (event: Event) => {
      // A long press is a squeeze here, not a question.
      if (demo.active) event.preventDefault();
    };
    const off = new AbortController();
    const { signal } = off;
    addEventListener('keydown', onKey, { signal });
    addEventListener('keyup', onKey, { signal });
    area.addEventListener('pointerdown', onPress, { signal });
    area.addEventListener('contextmenu', onMenu, { signal });
    addEventListener('pointerup', release, { signal });
    addEventListener('pointercancel', release, { signal });
    addEventListener('blur', release, { signal });
    return () => {
      off.abort();
      demo.release();
    };
  };
}
