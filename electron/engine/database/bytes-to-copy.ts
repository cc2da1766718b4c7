/**
 * Rows for COPY as what PGlite asks for, a Blob, but without the two copies that a real one makes of them: after a few
 * hundred chunks those wait for the garbage collector, which sees no reason to hurry.
 */
export class BytesToCopy extends Blob {
  constructor(private readonly rows: Uint8Array<ArrayBuffer>) {
    super([]);
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteLength } = this.rows;
    return buffer.byteLength === byteLength ? buffer : this.rows.slice().buffer;
  }
}
