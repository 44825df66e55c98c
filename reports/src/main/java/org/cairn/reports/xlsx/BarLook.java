package org.cairn.reports.xlsx;

import java.util.HexFormat;
import java.util.List;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.cairn.reports.pack.Mark;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;

/// How a bar of a status looks: as in the report, and told apart without colour by hatching and by the shape beside its
/// number.
record BarLook(Mark mark) {
    private static final String RULE = "7d8894";
    private static final double LINE_POINTS = 0.75;

    XDDFShapeProperties shape() {
        XDDFShapeProperties shape = new XDDFShapeProperties();
        if (mark.hatched()) {
            ByHand.hatch(shape.getXmlObject(), mark.colour(), mark.fill());
        } else {
            shape.setFillProperties(new XDDFSolidFillProperties(colour(mark.fill())));
        }
        shape.setLineProperties(thin(mark.fill().equals("ffffff") ? RULE : "ffffff"));
        return shape;
    }

    static XDDFLineProperties thin(String rgb) {
        XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(colour(rgb)));
        line.setWidth(LINE_POINTS);
        return line;
    }

    /// Shape and number in the middle of a part.
    /// @param without parts that have none
    void labels(CTDLbls labels, List<Integer> without) {
        labels.addNewNumFmt().setFormatCode('"' + mark.shape() + "\" 0");
        labels.getNumFmt().setSourceLinked(false);
        if (mark.hatched()) {
            labels.addNewSpPr()
                    .addNewSolidFill()
                    .addNewSrgbClr()
                    .setVal(HexFormat.of().parseHex(mark.fill()));
        }
        var text = labels.addNewTxPr();
        text.addNewBodyPr();
        text.addNewP()
                .addNewPPr()
                .addNewDefRPr()
                .addNewSolidFill()
                .addNewSrgbClr()
                .setVal(HexFormat.of().parseHex(mark.ink()));
        labels.addNewDLblPos().setVal(STDLblPos.CTR);
        showNumber(labels);
        ByHand.leaveOut(labels, without);
    }

    /// The number at the end of a bar.
    static void amounts(CTDLbls labels) {
        labels.addNewDLblPos().setVal(STDLblPos.OUT_END);
        showNumber(labels);
    }

    private static void showNumber(CTDLbls labels) {
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private static XDDFColor colour(String rgb) {
        return XDDFColor.from(HexFormat.of().parseHex(rgb));
    }
}
