package org.cairn.reports.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/// An empty signature field, tagged. A field that a signing library adds by itself is not, and breaks PDF/UA-1
/// (ISO 14289-1, 7.18.1 and 7.18.4).
public final class SignatureField {
    /// The field that a signer has to use.
    public static final String NAME = "Signature";

    private SignatureField() {}

    /// Adds the field to the first page.
    /// @param description what a screen reader says
    static void add(PDDocument document, String description) throws IOException {
        PDPage page = document.getPage(0);
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName(NAME);
        field.setAlternateFieldName(description);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setPage(page);
        widget.setPrinted(true);
        widget.setRectangle(new PDRectangle());
        widget.setAppearance(nothing(document));
        form.setFields(List.of(field));
        page.getAnnotations().add(widget);
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        tag(document, page, widget.getCOSObject());
    }

    private static PDAppearanceDictionary nothing(PDDocument document) {
        PDAppearanceStream stream = new PDAppearanceStream(document);
        stream.setBBox(new PDRectangle());
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(stream);
        return appearance;
    }

    /// A Form element under the document's element, that the widget names through the parent tree (ISO 32000-1,
    /// 14.7.4.4).
    private static void tag(PDDocument document, PDPage page, COSDictionary widget) throws IOException {
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        COSDictionary parent = firstChild(root.getCOSObject());
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        form.setItem(COSName.S, COSName.getPDFName("Form"));
        form.setItem(COSName.P, parent);
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
        reference.setItem(COSName.OBJ, widget);
        reference.setItem(COSName.PG, page.getCOSObject());
        form.setItem(COSName.K, reference);
        children(parent).add(form);
        int number = root.getParentTreeNextKey();
        COSArray numbers =
                root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        if (numbers == null) {
            throw new IOException("the parent tree is not one array of numbers");
        }
        numbers.add(COSInteger.get(number));
        numbers.add(form);
        widget.setInt(COSName.STRUCT_PARENT, number);
        root.setParentTreeNextKey(number + 1);
    }

    private static COSDictionary firstChild(COSDictionary root) throws IOException {
        if (root.getDictionaryObject(COSName.K) instanceof COSDictionary only && !(only instanceof COSStream)) {
            return only;
        }
        if (root.getDictionaryObject(COSName.K) instanceof COSArray many
                && many.getObject(0) instanceof COSDictionary first) {
            return first;
        }
        throw new IOException("the document has no structure");
    }

    private static COSArray children(COSDictionary element) {
        if (element.getDictionaryObject(COSName.K) instanceof COSArray many) {
            return many;
        }
        COSArray many = new COSArray();
        if (element.getDictionaryObject(COSName.K) != null) {
            many.add(element.getDictionaryObject(COSName.K));
        }
        element.setItem(COSName.K, many);
        return many;
    }
}
