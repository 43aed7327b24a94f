// Carries out the pictures that the program records (src/draw/record.rs): numbers and the words they refer to.
//
// In a worker it answers each picture with a bitmap; so the page itself never waits for a picture to be painted.

function paintPicture(context, { ratio, steps, words }) {
  let at = 0;
  const number = () => steps[at++];
  const word = () => words[steps[at++]];
  const dashes = (lengths, offset) => {
    context.setLineDash(lengths);
    context.lineDashOffset = offset;
  };
  // In the order of `Step` in src/draw/record.rs.
  const carryOut = [
    function clear() {
      context.globalAlpha = 1;
      context.fillStyle = word();
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    },
    function begin() { context.beginPath(); },
    function move() { context.moveTo(number(), number()); },
    function line() { context.lineTo(number(), number()); },
    function close() { context.closePath(); },
    function circle() {
      const [x, y, radius] = [number(), number(), number()];
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    },
    function fill() {
      context.fillStyle = word();
      context.globalAlpha = number();
      context.fill("evenodd");
    },
    function stroke() {
      context.strokeStyle = word();
      context.lineWidth = number();
      context.globalAlpha = number();
      context.lineCap = number() ? "round" : "butt";
      const offset = number();
      const count = number();
      dashes(Array.from(steps.subarray(at, at + count)), offset);
      at += count;
      context.stroke();
    },
    function clip() {
      context.save();
      context.clip("evenodd");
    },
    function unclip() { context.restore(); },
    function text() {
      context.save();
      const text = word();
      context.font = word();
      context.translate(number(), number());
      const baseline = number();
      context.rotate(number());
      context.textAlign = ["left", "center", "right"][number()];
      context.direction = number() ? "rtl" : "ltr";
      context.letterSpacing = `${number()}px`;
      context.fillStyle = word();
      context.strokeStyle = word();
      const halo = number();
      context.globalAlpha = number();
      dashes([], 0);
      if (halo > 0) {
        context.lineWidth = halo;
        context.strokeText(text, 0, baseline);
      }
      context.fillText(text, 0, baseline);
      context.restore();
    },
    // The middle of each letter stands on a quadratic curve; all haloes lie under all letters.
    function bent() {
      context.save();
      const text = word();
      context.font = word();
      const [x0, y0, x1, y1, x2, y2] = [number(), number(), number(), number(), number(), number()];
      context.letterSpacing = `${number()}px`;
      context.fillStyle = word();
      context.strokeStyle = word();
      context.lineWidth = number();
      context.globalAlpha = number();
      dashes([], 0);
      const mix = (t, a, b, c) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
      const point = (t) => [mix(t, x0, x1, x2), mix(t, y0, y1, y2)];
      const lengths = [0];
      for (let step = 1; step <= 32; step++) {
        const [[ax, ay], [bx, by]] = [point((step - 1) / 32), point(step / 32)];
        lengths.push(lengths[step - 1] + Math.hypot(bx - ax, by - ay));
      }
      // Widths of the beginnings of the text, so that pairs of letters keep their kerning.
      const letters = [...text];
      const ends = letters.map((_, index) => context.measureText(letters.slice(0, index + 1).join("")).width);
      const start = (lengths[32] - ends[ends.length - 1]) / 2;
      context.letterSpacing = "0px";
      context.textAlign = "left";
      const writings = [context.fillText];
      if (context.lineWidth > 0) writings.unshift(context.strokeText);
      for (const write of writings) {
        letters.forEach((letter, index) => {
          const from = index ? ends[index - 1] : 0;
          const middle = start + (from + ends[index]) / 2;
          let next = 1;
          while (next < 32 && lengths[next] < middle) next++;
          const t = (next - 1 + (middle - lengths[next - 1]) / (lengths[next] - lengths[next - 1])) / 32;
          const [x, y] = point(t);
          context.save();
          context.translate(x, y);
          context.rotate(Math.atan2((1 - t) * (y1 - y0) + t * (y2 - y1), (1 - t) * (x1 - x0) + t * (x2 - x1)));
          write.call(context, letter, (from - ends[index]) / 2, 0);
          context.restore();
        });
      }
      context.restore();
    },
  ];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.lineJoin = "round";
  context.textBaseline = "alphabetic";
  while (at < steps.length) carryOut[steps[at++]]();
}

function paintForOthers() {
  const canvas = new OffscreenCanvas(1, 1);
  addEventListener("message", ({ data }) => {
    // Setting the size also clears what the last picture left.
    [canvas.width, canvas.height] = [data.width, data.height];
    paintPicture(canvas.getContext("2d"), data);
    const bitmap = canvas.transferToImageBitmap();
    postMessage({ job: data.job, bitmap }, [bitmap]);
  });
}

if (typeof WorkerGlobalScope !== "undefined") paintForOthers();
