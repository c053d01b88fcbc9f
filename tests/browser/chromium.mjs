// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's chromium, spoken to over two pipes in the DevTools protocol: messages are JSON, each ended by a zero byte.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const browser = '/usr/bin/chromium';
export const missing = !existsSync(browser) && `${browser} is not installed: apt-get install chromium`;

const patience = 20_000; // milliseconds for one answer; a page here takes a tenth of a second

export class Chromium {
  #child;
  #home;
  #waiting = new Map();
  #listeners = new Set();
  #number = 0;
  #rest = '';
  #log = '';

  static async start() {
    const chromium = new Chromium();
    await chromium.send('Browser.getVersion');
    return chromium;
  }

  constructor() {
    this.#home = mkdtempSync(join(tmpdir(), 'alongside-browser-'));
    // No sandbox, as tests may run as root; it only ever opens pages made here.
    const options = ['--headless=new', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu', '--hide-scrollbars',
      '--no-first-run', '--disable-extensions', '--disable-background-networking', '--force-color-profile=srgb',
      '--disable-dev-shm-usage', `--user-data-dir=${this.#home}`, 'about:blank'];
    this.#child = spawn(browser, options, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], env: { PATH: '/usr/bin:/bin', HOME: this.#home },
    });
    this.#child.stderr.setEncoding('utf8').on('data', (words) => { this.#log = (this.#log + words).slice(-4000); });
    this.#child.stdio[4].setEncoding('utf8').on('data', (words) => this.#hear(words));
    this.#child.stdio[3].on('error', () => {}); // its end is told by `exit`
    this.#child.on('exit', (code) => this.#giveUp(new Error(`chromium ended with ${code}\n${this.#log}`)));
    this.#child.on('error', (error) => this.#giveUp(error));
  }

  #giveUp(error) {
    for (const { reject, clock } of this.#waiting.values()) {
      clearTimeout(clock);
      reject(error);
    }
    this.#waiting.clear();
  }

  #hear(words) {
    const messages = (this.#rest + words).split('\0');
    this.#rest = messages.pop();
    for (const message of messages) this.#take(JSON.parse(message));
  }

  #take({ id, method, params, result, error, sessionId }) {
    if (id === undefined) {
      for (const listener of [...this.#listeners]) listener(method, params, sessionId);
      return;
    }
    const asked = this.#waiting.get(id);
    if (!asked) return;
    clearTimeout(asked.clock);
    this.#waiting.delete(id);
    if (error) asked.reject(new Error(`${asked.method}: ${error.message}`));
    else asked.resolve(result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#number;
    return new Promise((resolve, reject) => {
      const clock = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`${method}: no answer in ${patience / 1000} seconds\n${this.#log}`));
      }, patience);
      this.#waiting.set(id, { method, resolve, reject, clock });
      this.#child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    });
  }

  // `listener(method, params, sessionId)` hears every event; gives a function that ends it.
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async open() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, targetId, sessionId);
    await page.watch();
    return page;
  }

  async close() {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.send('Browser.close').catch(() => this.#child.kill());
    await ended;
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

export class Page {
  requests = []; // addresses of everything that was asked for
  messages = []; // what the console, the parser and the audits had to say

  #chromium;
  #target;
  #session;
  #deaf;

  constructor(chromium, target, session) {
    this.#chromium = chromium;
    this.#target = target;
    this.#session = session;
    this.#deaf = chromium.listen((method, params, of) => of === session && this.#note(method, params));
  }

  #note(method, params) {
    if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url);
    if (method === 'Runtime.consoleAPICalled') this.messages.push(params.args.map((word) => word.value).join(' '));
    if (method === 'Runtime.exceptionThrown') this.messages.push(params.exceptionDetails.text);
    if (method === 'Log.entryAdded') this.messages.push(params.entry.text);
    if (method === 'Audits.issueAdded') this.messages.push(JSON.stringify(params.issue));
  }

  send(method, params) {
    return this.#chromium.send(method, params, this.#session);
  }

  async watch() {
    for (const domain of ['Page', 'Runtime', 'Network', 'Log', 'Audits']) await this.send(`${domain}.enable`);
  }

  async go(address) {
    const loaded = new Promise((resolve) => {
      const deaf = this.#chromium.listen((method, params, of) => {
        if (method !== 'Page.loadEventFired' || of !== this.#session) return;
        deaf();
        resolve();
      });
    });
    const { errorText } = await this.send('Page.navigate', { url: address });
    if (errorText) throw new Error(`${address}: ${errorText}`);
    await loaded;
  }

  // Runs `f(...words)` in the page and gives what it returns; `f` sees nothing but the page and its words.
  async ask(f, ...words) {
    const expression = `(${f})(${words.map((word) => JSON.stringify(word)).join(', ')})`;
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  wide(width, height = 900) {
    return this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  // `print`, or '' for the screen; `features` are those of media queries.
  media(media, features = []) {
    return this.send('Emulation.setEmulatedMedia', { media, features });
  }

  async tab() {
    const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
    await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  async paper() {
    const { data } = await this.send('Page.printToPDF', { preferCSSPageSize: true, printBackground: false });
    return Buffer.from(data, 'base64');
  }

  async picture(clip) {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, ...clip && { clip: { scale: 1, ...clip } } });
    return Buffer.from(data, 'base64');
  }

  async close() {
    this.#deaf();
    await this.#chromium.send('Target.closeTarget', { targetId: this.#target });
  }
}
