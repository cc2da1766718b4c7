export function SalesScreen() {
  return <main />;
}
