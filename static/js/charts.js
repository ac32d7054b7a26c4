// Draws the charts whose data the page carries; colours come from the tokens, words and numbers from the server.
(() => {
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const drawn = new Map();
  const STEPS = 4; // of an axis, about

  // Of accounts each value after its name, under the step they share; of periods each after its own step.
  const tooltip = (chart) => (points) => {
    const said = points.map(({ seriesIndex, dataIndex }) => {
      const series = chart.series[seriesIndex];
      return `${chart.is_apart ? series.name : series.labels[dataIndex]}: ${series.texts[dataIndex]}`;
    });
    return [...(chart.is_apart ? [points[0].name] : []), ...said].join("\n");
  };

  const line = (series, form) => ({
    name: series.name,
    type: series.is_compared ? "line" : form,
    data: series.values,
    connectNulls: false,
    showSymbol: series.values.length < 15,
    symbol: "circle",
    symbolSize: 6,
    barMaxWidth: 34,
    color: token(series.is_compared ? "--compare" : `--series-${series.color}`),
    lineStyle: { width: series.is_compared ? 1.75 : 2.5, type: series.is_compared ? [5, 4] : "solid" },
    itemStyle: form === "bar" && !series.is_compared ? { borderRadius: [4, 4, 0, 0] } : {},
    z: series.is_compared ? 1 : 2,
  });

  const isScaled = (chart) => chart.form === "line" && !chart.is_share;

  // As many as tell one step of the axis from the next.
  const decimals = (chart) => {
    const known = chart.series.flatMap((series) => series.values).filter((value) => value != null);
    const shown = isScaled(chart) ? known : [0, ...known];
    const [low, top] = [Math.min(...shown), Math.max(...shown)];
    const unit = chart.is_share ? -2 : 3 * Math.floor(Math.log10(Math.max(top, 1)) / 3);
    const step = Math.floor(Math.log10((top - low || top || 1) / STEPS));
    return Math.max(unit - step, 0);
  };

  const option = (chart) => ({
    animation: !still,
    animationDuration: 300,
    textStyle: { fontFamily: token("--bs-body-font-family"), fontSize: 12 },
    grid: { left: 12, right: 16, top: 16, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: tooltip(chart),
      confine: true,
      backgroundColor: token("--ink"),
      borderWidth: 0,
      textStyle: { color: token("--canvas"), fontSize: 13, lineHeight: 20 },
      axisPointer: { lineStyle: { color: token("--line-strong") }, label: { show: false } },
    },
    xAxis: {
      type: "category",
      data: chart.series[0].labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token("--line-strong") } },
      axisLabel: { color: token("--ink-soft"), hideOverlap: true },
    },
    yAxis: {
      type: "value",
      scale: isScaled(chart),
      splitNumber: STEPS,
      minInterval: chart.is_share ? 0 : 1,
      splitLine: { lineStyle: { color: token("--line") } },
      axisLabel: {
        color: token("--ink-soft"),
        formatter: (value) => new Intl.NumberFormat(document.documentElement.lang, {
          ...(chart.is_share ? { style: "percent" } : { notation: "compact" }), maximumFractionDigits: decimals(chart),
        }).format(value),
      },
    },
    series: chart.series.map((series) => line(series, chart.form)),
  });

  const carried = () => JSON.parse(document.getElementById("chart-data")?.textContent || "{}");

  const draw = () => {
    const charts = carried();
    for (const box of document.querySelectorAll("[data-chart]")) {
      const picture = drawn.get(box) || echarts.init(box, null, { renderer: "svg" });
      drawn.set(box, picture);
      picture.setOption(option(charts[box.dataset.chart]), true);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    draw();
    for (const hint of document.querySelectorAll("[data-bs-toggle=popover]")) new bootstrap.Popover(hint);
    const watch = new ResizeObserver((entries) => {
      for (const { target } of entries) if (target.clientWidth) drawn.get(target)?.resize();
    });
    for (const box of drawn.keys()) watch.observe(box);
  });
  document.addEventListener("themechange", draw);

  // Days and numbers as tables of the reader's language take them in: a space in a number would make it a word.
  const table = (chart, { first, last }) => {
    const format = new Intl.NumberFormat(document.documentElement.lang, {
      style: chart.is_share ? "percent" : "decimal", useGrouping: false, maximumFractionDigits: 4,
      maximumSignificantDigits: 2, roundingPriority: "morePrecision",
    });
    const number = (value) => (value == null ? "" : format.format(value).replace(/\s/gu, ""));
    const days = (index, cells) => (index && chart.is_apart ? [] : cells);
    const head = chart.series.flatMap((series, at) => [...days(at, [first, last]), `${chart.title}, ${series.name}`]);
    const longest = Math.max(...chart.series.map((series) => series.days.length));
    const row = (index) => chart.series.flatMap(
      (series, at) => [...days(at, series.days[index] || ["", ""]), number(series.values[index])],
    );
    return [head, ...Array.from({ length: longest }, (_, index) => row(index))];
  };

  const download = (button) => {
    const chart = carried()[button.closest("[data-chart-card]").querySelector("[data-chart]").dataset.chart];
    const rows = table(chart, button.dataset);
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
    link.download = button.dataset.download;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  // A custom period that cannot be shown is said before it is sent.
  const bound = (form) => {
    const { first, last } = form.elements;
    if (!first.value) return;
    const longest = new Date(Date.parse(first.value) + (form.dataset.days - 1) * 86400000).toISOString().slice(0, 10);
    last.min = first.value;
    last.max = longest < first.max ? longest : first.max;
  };
  for (const form of document.querySelectorAll("[data-days]")) {
    bound(form);
    form.addEventListener("input", () => bound(form));
  }

  document.addEventListener("click", (event) => {
    const saved = event.target.closest("[data-download]");
    if (saved) download(saved);
    const button = event.target.closest("[data-view]");
    if (!button) return;
    const card = button.closest("[data-chart-card]");
    const isTable = button.dataset.view === "table";
    card.querySelector(".chart-table").hidden = !isTable;
    card.querySelector(".chart").hidden = isTable;
    card.querySelector(".chart-legend").hidden = isTable;
    for (const one of card.querySelectorAll("[data-view]")) one.setAttribute("aria-pressed", String(one === button));
  });
})();
