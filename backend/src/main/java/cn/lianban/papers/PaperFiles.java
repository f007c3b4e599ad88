package cn.lianban.papers;

import cn.lianban.files.FileSource;
import cn.lianban.files.NewFile;
import cn.lianban.files.PublicAddress;
import cn.lianban.files.StoredFile;
import cn.lianban.files.StoredFiles;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A paper's PDF and .docx, rendered when first asked for and kept: the second copy is the first,
 * whatever fonts and layout have become since.
 */
@Component
class PaperFiles {
  private static final String PDF = "application/pdf";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private final StoredFiles files;
  private final PaperPdf pdf;
  private final PublicAddress address;
  private final TenantScope scope;

  PaperFiles(StoredFiles files, PaperPdf pdf, PublicAddress address, TenantScope scope) {
    this.files = files;
    this.pdf = pdf;
    this.address = address;
    this.scope = scope;
  }

  /** A link for the caller. Not inside an open transaction. */
  String link(Paper paper, boolean docx) {
    String type = docx ? DOCX : PDF;
    List<StoredFile> kept = scope.write(() -> kept(paper));
    long id =
        kept.stream()
            .filter(file -> file.mediaType().equals(type))
            .map(StoredFile::id)
            .findFirst()
            .orElseGet(() -> make(paper, docx, type));
    return scope.write(() -> files.link(files.find(id).orElseThrow()));
  }

  /** The papers' case has become visible to the district's level, their files with it. */
  void raiseToDistrict(List<Paper> papers) {
    papers.forEach(paper -> files.raiseToDistrict(Paper.KIND, paper.id()));
  }

  void place(long paperId, int subDistrictId) {
    files.place(Paper.KIND, paperId, subDistrictId);
  }

  private List<StoredFile> kept(Paper paper) {
    return files
        .of(Paper.KIND, Set.of(paper.id()), Set.of(FileSource.PRINTED))
        .getOrDefault(paper.id(), List.of());
  }

  private long make(Paper paper, boolean docx, String type) {
    String url = address.of(paper.progressPath());
    byte[] content = docx ? PaperDocx.render(paper, url) : pdf.render(paper, url);
    NewFile file =
        new NewFile(
            Paper.KIND,
            paper.id(),
            null,
            paper.subDistrictId(),
            paper.atDistrict(),
            FileSource.PRINTED,
            paper.text().title() + paper.number() + (docx ? ".docx" : ".pdf"),
            content.length,
            paper.unitId());
    return files.keep("paper:" + paper.id() + ":" + docx, file, type, content);
  }
}
