import type { CDPSession } from '@playwright/test';

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** DevTools commands to a page's worker. Playwright has no session for one, so they travel as messages through the page's. */
export class WorkerSession {
  #lastId = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();

  private constructor(
    private readonly page: CDPSession,
    private readonly sessionId: string
  ) {
    page.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      const answer = JSON.parse(event.message) as Answer;
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  /** To the first worker that starts from now on. @param start makes the page start it */
  static async attach(page: CDPSession, start: () => Promise<unknown>): Promise<WorkerSession> {
    const attached = new Promise<WorkerSession>((resolve) => {
      page.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
        if (targetInfo.type === 'worker') resolve(new WorkerSession(page, sessionId));
      });
    });
    await page.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false
    });
    await start();
    return attached;
  }

  async send(method: string): Promise<unknown> {
    const id = ++this.#lastId;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    await this.page.send('Target.sendMessageToTarget', {
      sessionId: this.sessionId,
      message: JSON.stringify({ id, method })
    });
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }
}
