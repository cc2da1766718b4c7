/** The part of upng-js that the tests use; the package states no types. */
declare module 'upng-js' {
  type Image = { width: number; height: number };
  const UPNG: {
    decode(bytes: ArrayBuffer): Image;
    /** One RGBA buffer a frame. */
    toRGBA8(image: Image): ArrayBuffer[];
    /** `colors` is the size of the palette; 0 keeps every colour. */
    encode(frames: ArrayBuffer[], width: number, height: number, colors: number): ArrayBuffer;
  };
  export = UPNG;
}
