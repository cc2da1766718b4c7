/** Set by the build from package.json. */
declare const __APP_VERSION__: string;

/** The page's window, of which the preload script uses one method; this zone has no DOM types. */
interface Window {
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
}
