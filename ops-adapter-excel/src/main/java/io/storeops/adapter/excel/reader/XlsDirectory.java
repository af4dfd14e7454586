package io.storeops.adapter.excel.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.storage.HeaderBlock;

/** The length of an .xls file's directory, to be known before POI makes objects of its entries, which take several times as much memory. */
final class XlsDirectory {
    private static final int MOST_BYTES = 4 << 20;
    private static final int HEADER = 512;

    private final FileChannel channel;
    private final HeaderBlock header;
    private final int sectorBytes;

    private XlsDirectory(FileChannel channel) throws IOException {
        this.channel = channel;
        this.header = new HeaderBlock(read(0, HEADER));
        this.sectorBytes = header.getBigBlockSize().getBigBlockSize();
    }

    /**
     * Refuses a directory of more than 32,768 entries, and one that has no end.
     *
     * @param channel left where it was
     */
    static void requireShort(FileChannel channel) throws IOException {
        new XlsDirectory(channel).requireShort();
    }

    private void requireShort() throws IOException {
        List<Integer> tables = tables();
        int entries = sectorBytes / Integer.BYTES;
        int sectors = 0;
        for (int at = header.getPropertyStart(); at >= 0; sectors++) {
            if (sectors == MOST_BYTES / sectorBytes) {
                throw new IOException("its directory has more than " + MOST_BYTES + " bytes");
            }
            if (at / entries >= tables.size()) {
                throw new IOException("its directory leads out of the file");
            }
            at = sector(tables.get(at / entries)).get(at % entries);
        }
    }

    /** Which sectors tell what follows what: those that the header lists, then those of a chain of further lists. */
    private List<Integer> tables() throws IOException {
        List<Integer> tables = new ArrayList<>();
        for (int table : header.getBATArray()) {
            tables.add(table);
        }
        long most = channel.size() / sectorBytes;
        int list = header.getXBATIndex();
        for (int i = 0; i < header.getXBATCount() && list >= 0 && tables.size() <= most; i++) {
            IntBuffer more = sector(list);
            while (more.remaining() > 1) {
                tables.add(more.get());
            }
            list = more.get();
        }
        return tables;
    }

    private IntBuffer sector(int number) throws IOException {
        return read((number + 1L) * sectorBytes, sectorBytes).asIntBuffer();
    }

    /** The last sector of a file may be cut; what is not there is zero. */
    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        for (int got = 0; got >= 0 && bytes.hasRemaining(); ) {
            got = channel.read(bytes, from + bytes.position());
        }
        return bytes.rewind();
    }
}
