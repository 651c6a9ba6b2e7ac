using Middeck.Knowledge.Ingestion.Readers;
using Middeck.Knowledge.Tests.Files;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class DocxReaderTests : ReaderTest
{
    private static DocxReader Reader() => new(Options());

    [Fact]
    public async Task Headings_lists_and_tables_are_kept()
        => Assert.Equal(
            "# 疏散通道\n\n疏散走道的净宽度不应小于 1.1 m。\n\n- Keep exits free\n\nRoom | Width\nLobby | 2.4 m\n\n",
            Assert.Single(await ReadAsync(Reader(), DocxFile.Handbook())).Text);

    [Fact]
    public async Task A_bomb_is_not_opened()
        => Assert.Equal("knowledge.unpacks_too_large", (await RefusalAsync(Reader(), DocxFile.Bomb(megabytes: 20))).Code);

    [Fact]
    public async Task An_encrypted_document_says_that_it_needs_a_password()
        => Assert.Equal("knowledge.password_protected", (await RefusalAsync(Reader(), DocxFile.Encrypted())).Code);

    [Fact]
    public async Task An_old_document_says_what_to_do()
        => Assert.Equal(
            "knowledge.old_office_format",
            (await RefusalAsync(Reader(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[5000]])).Code);

    [Fact]
    public async Task An_archive_that_is_no_document_says_so()
        => Assert.Equal("knowledge.docx_damaged", (await RefusalAsync(Reader(), DocxFile.PlainZip())).Code);

    [Fact]
    public async Task A_torn_document_says_so()
        => Assert.Equal("knowledge.docx_damaged", (await RefusalAsync(Reader(), DocxFile.Handbook()[..700])).Code);
}
