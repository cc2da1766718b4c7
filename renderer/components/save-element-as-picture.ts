/**
 * A part of the page as a PNG of twice its size on screen, as it looks in the colours that are shown. The part is
 * copied with its computed styles into an SVG image, which knows nothing of the page's style sheets or fonts: the
 * picture's letters are the system's.
 */
const SCALE = 2;
const SVG = 'http://www.w3.org/2000/svg';

export async function saveElementAsPicture(element: HTMLElement, name: string): Promise<void> {
  const { width, height } = element.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asSvg(element, width, height))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--doso-surface');
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const link = document.createElement('a');
  link.download = `${name}.png`;
  link.href = canvas.toDataURL('image/png');
  link.click();
}

function asSvg(element: HTMLElement, width: number, height: number): string {
  const svg = document.createElementNS(SVG, 'svg');
  const page = document.createElementNS(SVG, 'foreignObject');
  for (const part of [svg, page]) {
    part.setAttribute('width', String(width));
    part.setAttribute('height', String(height));
  }
  page.append(withStyles(element));
  svg.append(page);
  return new XMLSerializer().serializeToString(svg);
}

function withStyles(element: HTMLElement): Node {
  const copy = element.cloneNode(true) as HTMLElement;
  const originals = [element, ...element.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    const text = Array.from(style, (property) => `${property}:${style.getPropertyValue(property)}`).join(';');
    copies[index]?.setAttribute('style', text);
  }
  return copy;
}
