import type { ReactNode } from 'react';

/** A part of the report that starts on a page of its own. */
export function Section({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="section">
      <header className="section-head">
        <h2>{title}</h2>
        <p>{note}</p>
      </header>
      {children}
    </section>
  );
}
