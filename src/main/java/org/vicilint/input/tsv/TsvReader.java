package org.vicilint.input.tsv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.vicilint.input.export.DelimitedReader;
import org.vicilint.input.table.Header;
import org.vicilint.input.table.ParsedInput;
import org.vicilint.input.table.Secrets;
import org.vicilint.input.table.Table;
import org.vicilint.model.Places;
import org.vicilint.source.ProblemLog;
import org.vicilint.source.Source;

/**
 * Reads a table that {@code mysql -B} wrote, on several processors. It takes only what is well
 * formed: UTF-8, and in every line as many fields as the header has. Of anything else it takes
 * nothing, and {@link DelimitedReader}, which is slower, says what is wrong and where. Tests hold
 * the two to each other.
 */
public final class TsvReader {
  /** Greatest length of a line, in bytes; those of VICIdial's tables are far shorter. */
  private static final int LINE = 1 << 20;

  /** More would only wait for one another. */
  private static final int MOST_THREADS = 8;

  private final Source source;
  private final ParsedInput harvest;
  private final Secrets secrets;
  private final ProblemLog log;
  private final ProblemLog found;
  private final int longest;

  /** Results of chunks that wait for earlier ones, by index. */
  private final Map<Integer, Part> ahead = new TreeMap<>();

  private int inOrder;

  /** Number of lines of the chunks that are in order. */
  private int lines;

  private volatile boolean irregular;

  public TsvReader(Source source, ParsedInput harvest, Secrets secrets, ProblemLog log) {
    this(source, harvest, secrets, log, LINE);
  }

  /** A reader for tests that need many chunks. */
  public TsvReader(
      Source source, ParsedInput harvest, Secrets secrets, ProblemLog log, int longest) {
    this.source = source;
    this.harvest = harvest;
    this.secrets = secrets;
    this.log = log;
    this.found = log.part();
    this.longest = longest;
  }

  /**
   * Reads everything.
   *
   * @return false when something is not well formed; then nothing was taken
   * @throws IOException when the source fails; all lines before that were taken
   */
  public boolean read() throws IOException {
    try (InputStream in = source.open()) {
      LineChunks chunks = new LineChunks(in, longest);
      LineChunks.Chunk first = chunks.chunk();
      TsvHeader top = chunks.next(first) ? TsvHeader.of(first, found) : null;
      if (top == null || !readable(top.header())) {
        return false;
      }
      List<Worker> workers = work(chunks, first, top);
      if (irregular || chunks.tooLong()) {
        return false;
      }
      harvest.export(top.header().table());
      workers.forEach(worker -> harvest.add(worker.part));
      log.add(found, 0);
      if (chunks.failure() != null) {
        throw chunks.failure();
      }
      return true;
    }
  }

  private static boolean readable(Header header) {
    return header.table() != null
        && (header.table() != Table.API_LOG || TsvLogRow.whole(header.given()));
  }

  /**
   * Number of threads; records of small tables have places at once, so all before them must be
   * counted.
   */
  private static int threads(Header header) {
    boolean large = header.table() == Table.USERS || header.table() == Table.API_LOG;
    return large ? MOST_THREADS : 1;
  }

  private List<Worker> work(LineChunks chunks, LineChunks.Chunk first, TsvHeader top) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), threads(top.header()));
    List<Worker> workers = new ArrayList<>();
    workers.add(new Worker(chunks, first, top));
    List<CompletableFuture<Void>> others = new ArrayList<>();
    for (int i = 1; i < threads && !chunks.ended(); i++) {
      Worker worker = new Worker(chunks, chunks.chunk(), top);
      workers.add(worker);
      others.add(CompletableFuture.runAsync(worker));
    }
    try {
      workers.get(0).parse(top.end(), 1);
      workers.get(0).run();
    } finally {
      CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).join();
    }
    return workers;
  }

  /**
   * Result of a chunk.
   *
   * @param problems with their lines in the chunk
   * @param stretch where its records stand
   * @param lines how many it has
   */
  private record Part(ProblemLog problems, Places.ChunkOffset stretch, int lines) {}

  /** Location of a chunk's records, with what is known of it so far. */
  private synchronized Places.ChunkOffset stretch(int number, Places.TableSource sheet) {
    Places.ChunkOffset stretch = new Places.ChunkOffset(sheet);
    if (number == inOrder) {
      stretch.follows(lines);
    }
    return stretch;
  }

  /** Takes what a chunk gave, when everything before it is there: then its lines are known. */
  private synchronized void add(int number, Part part) {
    ahead.put(number, part);
    for (Part next = ahead.remove(inOrder); next != null; next = ahead.remove(inOrder)) {
      next.stretch.follows(lines);
      found.add(next.problems, lines);
      lines += next.lines;
      inOrder++;
    }
  }

  /** Takes chunks until there is none. */
  private final class Worker implements Runnable {
    private final ParsedInput part = harvest.part();
    private final LineChunks chunks;
    private final LineChunks.Chunk chunk;
    private final TsvParser parser;
    private final Places.TableSource sheet;

    Worker(LineChunks chunks, LineChunks.Chunk chunk, TsvHeader top) {
      this.chunks = chunks;
      this.chunk = chunk;
      this.parser = new TsvParser(top.header(), source.name(), part, secrets.forThread());
      this.sheet = new Places.TableSource(source.name(), top.header().given(), Set.of());
    }

    @Override
    public void run() {
      while (!irregular && chunks.next(chunk)) {
        parse(0, 0);
      }
    }

    /**
     * Takes the records of the chunk.
     *
     * @param from where the first one begins
     * @param before how many lines stand before it
     */
    void parse(int from, int before) {
      ProblemLog problems = found.part();
      Places.ChunkOffset stretch = stretch(chunk.number, sheet);
      int lines = parser.parse(chunk, from, before, stretch, problems);
      if (lines < 0) {
        irregular = true;
      }
      add(chunk.number, new Part(problems, stretch, lines));
      harvest.meter().rows(lines - before);
    }
  }
}
