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
