export function ForecastScreen() {
  return <main />;
}
