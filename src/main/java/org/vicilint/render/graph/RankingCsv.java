package org.vicilint.render.graph;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.vicilint.blastradius.BlastRadiusAnalysis;
import org.vicilint.blastradius.Score;
import org.vicilint.engine.RankingResult;
import org.vicilint.finding.Confidence;
import org.vicilint.profile.ReachWeights;
import org.vicilint.text.Text;

/** A ranking by reach for spreadsheets, one row an account. No cell can be taken for a formula. */
public final class RankingCsv {
  private RankingCsv() {}

  /** Writes all accounts below a header. */
  public static void write(Writer out, RankingResult result) throws IOException {
    // Not closed, since the writer is the caller's.
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    List<String> header =
        new ArrayList<>(
            List.of(
                "rank",
                "user",
                "user_level",
                "user_group",
                "active",
                "score",
                "itself",
                "through_others",
                "becomes",
                "highest_level"));
    ReachWeights.NAMES.forEach(name -> header.add(name + "_points"));
    header.add("confidence");
    String confidence = (result.pagesCertain() ? Confidence.CERTAIN : Confidence.LIKELY).word();
    csv.writeRecord(header);
    for (BlastRadiusAnalysis.Standing each : result.ranking()) {
      Score score = each.score();
      List<String> row =
          new ArrayList<>(
              List.of(
                  Integer.toString(each.rank()),
                  Text.cell(each.account().user()),
                  Integer.toString(each.account().userLevel()),
                  Text.cell(each.account().userGroup()),
                  Boolean.toString(each.account().active()),
                  Long.toString(score.total()),
                  Long.toString(score.itself()),
                  Long.toString(score.throughOthers()),
                  Long.toString(each.accounts()),
                  each.accounts() == 0 ? "" : Integer.toString(each.highestLevel())));
      score.parts().forEach(part -> row.add(Long.toString(part.points())));
      row.add(confidence);
      csv.writeRecord(row);
    }
    csv.flush();
  }
}
