/**
 * The yardstick, run in an empty page: a canvas and nothing else, that draws each frame what the training screen draws. With a sensor,
 * the curve is what it sends: each notification's number is put into an array, and that is all that is done with it.
 *
 * @param {{ width: number, height: number, points: number, sensor: import('./bare-page').BareSensor | null }} picture CSS px, and how
 *   many points the curve has
 * @returns {Promise<void>} once it draws; with a sensor it must be called in a click
 */
export async function drawBare({ width, height, points, sensor }) {
  const canvas = document.createElement('canvas');
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  canvas.style.cssText = `width: ${width}px; height: ${height}px`;
  document.body.append(canvas);
  const ctx = canvas.getContext('2d', { desynchronized: true });
  if (!ctx) return;
  ctx.scale(devicePixelRatio, devicePixelRatio);
  const values = Array.from({ length: 4 * points }, (_, i) => 512 + 300 * Math.sin(i / 60));
  const ribbon = Float64Array.from({ length: 8 }, (_, i) => height * (i % 4 < 2 ? 0.8 : 0.4));
  if (sensor) {
    const device = await navigator.bluetooth.requestDevice({ filters: [{ services: [sensor.service] }] });
    const service = await (await device.gatt?.connect())?.getPrimaryService(sensor.service);
    const stream = await service?.getCharacteristic(sensor.stream);
    const control = await service?.getCharacteristic(sensor.control);
    stream?.addEventListener('characteristicvaluechanged', () => {
      values.push(stream.value?.getUint16(sensor.valueAt, true) ?? NaN);
    });
    await stream?.startNotifications();
    await control?.writeValueWithResponse(Uint8Array.from(sensor.start));
  }
  let shift = 0;
  requestAnimationFrame(function draw() {
    requestAnimationFrame(draw);
    shift = sensor ? values.length - points - 1 : (shift + 2) % (3 * points);
    ctx.clearRect(0, 0, width, height);

    ctx.beginPath();
    for (let i = 0; i < 8; i++) ctx.lineTo((i * width) / 7, (ribbon[i] ?? 0) - 20);
    for (let i = 7; i >= 0; i--) ctx.lineTo((i * width) / 7, (ribbon[i] ?? 0) + 20);
    ctx.closePath();
    ctx.fillStyle = '#cde';
    ctx.fill();

    const y = (/** @type {number} */ i) => height * (1 - (values[shift + i] ?? 0) / 1024);
    ctx.beginPath();
    for (let i = 0; i < points; i++) ctx.lineTo((i * width) / (3 * points), y(i));
    ctx.strokeStyle = '#136';
    ctx.lineWidth = 4.5;
    ctx.lineJoin = 'round';
    ctx.stroke();

    ctx.beginPath();
    ctx.arc(width / 3, y(points), 14, 0, 2 * Math.PI);
    ctx.fillStyle = '#136';
    ctx.fill();
  });
}
