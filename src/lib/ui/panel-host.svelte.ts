import type { Attachment } from 'svelte/attachments';
import { SETTLE_MS, type TapGuard, type Urgent } from '../state/tap-guard';

const CONTROLS = 'button, a, input, select, summary, label';

/**
 * Holds the panels of the training screen, one after the other. What is pressed too soon after a change goes no further, and where the control that had
 * the focus is gone, the new panel's heading gets it, or its first control.
 *
 * @param panel names what is shown: another name is another panel
 */
export function panelHost(guard: TapGuard, panel: () => string): Attachment<HTMLElement> {
  return (host) => {
    let timer = 0;
    const change = () => {
      guard.change();
      // For the looks: what would do nothing does not look as if it could be pressed.
      host.toggleAttribute('data-settling', true);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        host.removeAttribute('data-settling');
      }, SETTLE_MS);
    };
    $effect(() => {
      panel();
      change();
    });

    const onClick = (event: MouseEvent) => {
      const control = event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROLS) : null;
      if (!control) return;
      const press = {
        urgent: (control.dataset.urgent ?? null) as Urgent | null,
        isTouch: event instanceof PointerEvent && event.pointerType === 'touch',
        count: event.detail,
        x: event.clientX,
        y: event.clientY
      };
      if (guard.lets(press)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    host.addEventListener('click', onClick, { capture: true });

    // What is fetched later comes after the name has changed.
    const observer = new MutationObserver((records) => {
      if (records.some(({ addedNodes }) => Array.from(addedNodes).some(hasButton))) change();
      if (document.activeElement === null || document.activeElement === document.body) focusFirst(host);
    });
    observer.observe(host, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      host.removeEventListener('click', onClick, { capture: true });
    };
  };
}

function hasButton(node: Node): boolean {
  return node instanceof Element && (node.matches('button') || node.querySelector('button') !== null);
}

/** The heading tells who listens where she is. */
export function focusFirst(host: HTMLElement): void {
  const heading = host.querySelector<HTMLElement>('h1');
  if (heading) heading.tabIndex = -1;
  const target = heading ?? host.querySelector<HTMLElement>('button:enabled');
  target?.focus({ preventScroll: true });
}
