package org.cairn.reports.xlsx;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataPoint;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;

/// Bar charts of numbers that stand in cells of the sheet. Each carries the numbers too, for programs that show a chart
/// as it was written.
record Charts(XSSFSheet sheet) {
    /// Keeps the frame of a chart off the edge of its cells, which may be that of a page.
    private static final int FRAME = 2 * Units.EMU_PER_PIXEL;

    private static final int TITLE_POINTS = 12;
    /// Between two bars, of the height of one.
    private static final int GAP_PERCENT = 50;

    private static final int TEXT_HUNDREDTHS = 900;

    /// Up to here an axis has a line for each whole number, and none between them.
    private static final int SINGLY_COUNTED = 10;

    /// Less of a bar than one part in so many has no room for its number.
    private static final int LABELLED_PART = 20;

    /// @param names   title of the axis of names
    /// @param amounts title of the axis of numbers
    /// @param spoken  for those who do not see the chart
    record Words(String title, String names, String amounts, String spoken) {}

    /// First and last cell.
    record Place(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    record Names(CellRangeAddress cells, List<String> names) {}

    record Numbers(CellRangeAddress cells, List<Integer> numbers) {
        Numbers {
            numbers = List.copyOf(numbers);
        }

        boolean any() {
            return numbers.stream().anyMatch(number -> number > 0);
        }
    }

    /// @param name cell of the status
    record Series(Cell.Status status, CellReference name, Numbers numbers) {}

    /// A bar for each name, all of one length, divided by status.
    void divided(Place place, Words words, Names names, List<Series> series) {
        List<Series> shown =
                series.stream().filter(each -> each.numbers().any()).toList();
        if (shown.isEmpty()) {
            return;
        }
        XSSFChart chart = chart(place, words);
        XDDFBarChartData bars = bars(chart, words, "0%");
        bars.setBarGrouping(BarGrouping.PERCENT_STACKED);
        CTBarChart written = chart.getCTChart().getPlotArea().getBarChartArray(0);
        ByHand.value(written.addNewOverlap(), 100);
        for (Series each : shown) {
            var drawn = (XDDFBarChartData.Series) bars.addSeries(source(names), source(each.numbers()));
            drawn.setTitle(each.status().text(), each.name());
            BarLook look = new BarLook(each.status().mark());
            drawn.setShapeProperties(look.shape());
            look.labels(drawn.getCTBarSer().addNewDLbls(), narrow(each.numbers(), series));
        }
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        chart.getOrAddLegend().setOverlay(false);
        chart.plot(bars);
    }

    /// A bar for each status.
    void counted(Place place, Words words, Names names, List<Cell.Status> statuses, Numbers numbers) {
        if (!numbers.any()) {
            return;
        }
        XSSFChart chart = chart(place, words);
        XDDFBarChartData bars = bars(chart, words, "0");
        bars.setBarGrouping(BarGrouping.CLUSTERED);
        if (numbers.numbers().stream().allMatch(number -> number <= SINGLY_COUNTED)) {
            chart.getCTChart().getPlotArea().getValAxArray(0).addNewMajorUnit().setVal(1);
        }
        var drawn = (XDDFBarChartData.Series) bars.addSeries(source(names), source(numbers));
        drawn.setTitle(words.amounts(), null);
        for (int i = 0; i < statuses.size(); i++) {
            BarLook look = new BarLook(statuses.get(i).mark());
            XDDFDataPoint point = drawn.getDataPoint(i);
            point.setShapeProperties(look.shape());
        }
        BarLook.amounts(drawn.getCTBarSer().addNewDLbls());
        chart.plot(bars);
    }

    /// Which parts are too narrow for their label, by their place in the series.
    private static List<Integer> narrow(Numbers numbers, List<Series> all) {
        return IntStream.range(0, numbers.numbers().size())
                .filter(i -> {
                    int whole = all.stream()
                            .mapToInt(each -> each.numbers().numbers().get(i))
                            .sum();
                    return numbers.numbers().get(i) * LABELLED_PART < Math.max(1, whole);
                })
                .boxed()
                .toList();
    }

    private XSSFChart chart(Place place, Words words) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = drawing.createAnchor(
                FRAME, FRAME, 0, 0, place.firstColumn(), place.firstRow(), place.lastColumn() + 1, place.lastRow() + 1);
        XSSFChart chart = drawing.createChart(anchor);
        CTDrawing written = drawing.getCTDrawing();
        int number = written.sizeOfTwoCellAnchorArray();
        CTNonVisualDrawingProps named = written.getTwoCellAnchorArray(number - 1)
                .getGraphicFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        named.setId(number);
        named.setName(words.title());
        named.setDescr(words.spoken());
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        var text = chart.getCTChartSpace().addNewTxPr();
        text.addNewBodyPr();
        text.addNewP().addNewPPr().addNewDefRPr().setSz(TEXT_HUNDREDTHS);
        chart.setTitleText(words.title());
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        chart.getFormattedTitle()
                .getParagraphs()
                .forEach(line -> line.getTextRuns().forEach(run -> run.setFontSize((double) TITLE_POINTS)));
        return chart;
    }

    private static XDDFBarChartData bars(XSSFChart chart, Words words, String format) {
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
        names.setTitle(words.names());
        // the first name on top
        names.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis amounts = chart.createValueAxis(AxisPosition.BOTTOM);
        amounts.setTitle(words.amounts());
        amounts.setCrosses(AxisCrosses.MAX);
        amounts.setCrossBetween(AxisCrossBetween.BETWEEN);
        amounts.setNumberFormat(format);
        amounts.setMinimum(0);
        amounts.getOrAddMajorGridProperties().setLineProperties(BarLook.thin(Styles.RULE));
        var bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, amounts);
        bars.setBarDirection(BarDirection.BAR);
        ByHand.value(chart.getCTChart().getPlotArea().getBarChartArray(0).addNewGapWidth(), GAP_PERCENT);
        bars.setVaryColors(false);
        return bars;
    }

    private XDDFCategoryDataSource source(Names names) {
        return XDDFDataSourcesFactory.fromArray(names.names().toArray(String[]::new), range(names.cells()));
    }

    private XDDFNumericalDataSource<Integer> source(Numbers numbers) {
        return XDDFDataSourcesFactory.fromArray(numbers.numbers().toArray(Integer[]::new), range(numbers.cells()));
    }

    private String range(CellRangeAddress cells) {
        return cells.formatAsString(sheet.getSheetName(), true);
    }
}
