package io.storeops.adapter.excel;

import io.storeops.document.Block;
import io.storeops.evidence.Attachment;
import io.storeops.id.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A picture that stands in the workbook.
 *
 * @param image as the document names it
 * @param content its bytes
 * @param width on the sheet, in pixels
 * @param height on the sheet, in pixels
 */
record Picture(Block.Image image, Attachment content, int width, int height) {
    private static final Map<String, String> ENDINGS =
            Map.of("image/png", "png", "image/jpeg", "jpeg", "image/gif", "gif");

    private static final int WIDEST = 800;
    private static final int HIGHEST = 600;
    private static final int ROW = 20;

    /** The picture, unless its bytes are not at hand, are something else, or are of a type that spreadsheets do not show. */
    static Optional<Picture> of(Block.Image image, Function<Sha256, Optional<byte[]>> pictures) {
        return pictures.apply(image.sha256())
                .filter(bytes -> ENDINGS.containsKey(image.contentType()))
                .map(bytes -> Attachment.of(image.contentType(), bytes))
                .filter(found -> found.bears() && found.sha256().equals(image.sha256()))
                .flatMap(found -> PictureSize.of(found.content()).map(size -> fitted(image, found, size)));
    }

    private static Picture fitted(Block.Image image, Attachment content, PictureSize size) {
        double scale = Math.min(1, Math.min((double) WIDEST / size.width(), (double) HIGHEST / size.height()));
        return new Picture(
                image, content, Math.max(1, (int) (size.width() * scale)), Math.max(1, (int) (size.height() * scale)));
    }

    /** How its file name ends. */
    String ending() {
        return ENDINGS.getOrDefault(image.contentType(), "bin");
    }

    /** How many rows it covers. */
    int rows() {
        return height / ROW + 1;
    }

    /** The picture below a row, from 0. */
    Shown below(int row) {
        return new Shown(this, row + 1);
    }

    /**
     * A picture on its sheet.
     *
     * @param picture what is shown
     * @param row its first row, from 0
     */
    record Shown(Picture picture, int row) implements Drawing.Item {
        @Override
        public Drawing.Place place() {
            return new Drawing.Place(row, 0, picture.width(), picture.height());
        }

        @Override
        public String words() {
            return XmlText.plain(picture.image().alternative());
        }

        @Override
        public String element(int n) {
            return "<xdr:pic><xdr:nvPicPr>" + Drawing.named(n, "Picture", words())
                    + "<xdr:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed=\"rId"
                    + n
                    + "\"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext "
                    + place().extent()
                    + "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>";
        }
    }
}
