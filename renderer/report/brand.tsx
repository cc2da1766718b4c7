/** The store's own picture, or the product's name. */
export function Brand({ logo }: { logo: string | null }) {
  if (logo === null) return <p className="brand">DOSO</p>;
  return <img className="logo" src={logo} alt="" />;
}
