import type { ReactNode } from 'react';

type Props = {
  title: string;
  note: string;
  /** For what is handed on by itself. */
  isOnOwnPage?: boolean;
  children: ReactNode;
};

/** A part of the report; parts follow one another on a page, and a heading stays with what it heads. */
export function Section({ title, note, isOnOwnPage = false, children }: Props) {
  return (
    <section className={isOnOwnPage ? 'section own-page' : 'section'}>
      <header className="section-head">
        <h2>{title}</h2>
        <p>{note}</p>
      </header>
      {children}
    </section>
  );
}
