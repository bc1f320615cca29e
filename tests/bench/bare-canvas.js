/**
 * The yardstick, run in an empty page: a canvas and nothing else, that draws each frame what the training screen draws.
 *
 * @param {{ width: number, height: number, points: number }} size CSS px, and how many points the curve has
 * @returns {void}
 */
export function drawBare({ width, height, points }) {
  const canvas = document.createElement('canvas');
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  canvas.style.cssText = `width: ${width}px; height: ${height}px`;
  document.body.append(canvas);
  const ctx = canvas.getContext('2d', { desynchronized: true });
  if (!ctx) return;
  ctx.scale(devicePixelRatio, devicePixelRatio);
  const values = Float64Array.from({ length: 4 * points }, (_, i) => height * (0.5 + 0.3 * Math.sin(i / 60)));
  const ribbon = Float64Array.from({ length: 8 }, (_, i) => height * (i % 4 < 2 ? 0.8 : 0.4));
  let shift = 0;
  requestAnimationFrame(function draw() {
    requestAnimationFrame(draw);
    shift = (shift + 2) % (3 * points);
    ctx.clearRect(0, 0, width, height);

    ctx.beginPath();
    for (let i = 0; i < 8; i++) ctx.lineTo((i * width) / 7, (ribbon[i] ?? 0) - 20);
    for (let i = 7; i >= 0; i--) ctx.lineTo((i * width) / 7, (ribbon[i] ?? 0) + 20);
    ctx.closePath();
    ctx.fillStyle = '#cde';
    ctx.fill();

    ctx.beginPath();
    for (let i = 0; i < points; i++) ctx.lineTo((i * width) / (3 * points), values[shift + i] ?? 0);
    ctx.strokeStyle = '#136';
    ctx.lineWidth = 4.5;
    ctx.lineJoin = 'round';
    ctx.stroke();

    ctx.beginPath();
    ctx.arc(width / 3, values[shift + points] ?? 0, 14, 0, 2 * Math.PI);
    ctx.fillStyle = '#136';
    ctx.fill();
  });
}
