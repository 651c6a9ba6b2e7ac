using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads mails as Outlook keeps them ([MS-OXMSG]): who wrote what to whom and when, the text, and the names of the attachments.</summary>
internal sealed class MsgReader(IOptions<KnowledgeOptions> options) : IDocumentReader
{
    // Properties of messages ([MS-OXPROPS]).
    private const string Subject = "0037", SenderName = "0C1A", SenderAddress = "5D01", SenderOther = "0C1F", To = "0E04", Cc = "0E03";
    private const string Body = "1000", Html = "1013", LongName = "3707", ShortName = "3704", DisplayName = "3001";
    private const ushort Sent = 0x0039, Delivered = 0x0E06, Time = 0x0040;

    public IReadOnlyList<FileFormat> Formats { get; } = [new("msg", "application/vnd.ms-outlook", FileSignature.OleContainer)];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await OpenAsync(source, cancellationToken);
        var pages = new PageWriter();
        pages.Block("# " + (await TextAsync(file, "", Subject, cancellationToken) is { Length: > 0 } subject ? subject : "(no subject)"));
        await LinesAsync(file, pages, cancellationToken);
        if (await TextAsync(file, "", Body, cancellationToken) is { Length: > 0 } text)
        {
            foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n"))
            {
                pages.Block(paragraph);
            }
        }
        else if (file.Find($"__substg1.0_{Html}0102") is { } bytes)
        {
            using var document = await HtmlTree.ParseAsync(await TextDecoder.DecodeAsync(bytes, null, cancellationToken), cancellationToken);
            foreach (var page in new HtmlText(pages).Write(document, withTitle: false))
            {
                yield return page;
            }
        }

        if (await AttachmentsAsync(file, cancellationToken) is { Count: > 0 } names)
        {
            pages.Block("Attachments: " + string.Join(", ", names));
        }

        foreach (var page in pages.Rest())
        {
            yield return page;
        }
    }

    private async Task<CompoundFile> OpenAsync(DocumentSource source, CancellationToken cancellationToken)
    {
        var content = await source.SeekableAsync(cancellationToken);
        // Attachments lie in it too, and it is read as a whole.
        if (content.Length > 4 * options.Value.MaxTreeBytes)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.mail_too_large", $"The mail is larger than {4 * options.Value.MaxTreeBytes / 1024 / 1024} MB. Save its attachments apart from it.");
        }

        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        try
        {
            var file = new CompoundFile(bytes);
            return file.Find("__properties_version1.0") is not null ? file : throw Damaged("it holds no mail", null);
        }
        catch (InvalidDataException ex)
        {
            throw Damaged(ex.Message, ex);
        }
    }

    private static async Task LinesAsync(CompoundFile file, PageWriter pages, CancellationToken cancellationToken)
    {
        var name = await TextAsync(file, "", SenderName, cancellationToken);
        var address = await TextAsync(file, "", SenderAddress, cancellationToken) ?? await TextAsync(file, "", SenderOther, cancellationToken);
        // Within an organisation the address is a path, which tells nobody anything.
        var from = address?.Contains('@', StringComparison.Ordinal) == true && address != name ? $"{name} <{address}>".Trim() : name ?? address;
        (string Name, string? Value)[] lines =
        [
            ("From", from),
            ("To", await TextAsync(file, "", To, cancellationToken)),
            ("Cc", await TextAsync(file, "", Cc, cancellationToken)),
            ("Date", DateOf(file)),
        ];
        foreach (var line in lines.Where(line => line.Value is { Length: > 0 }))
        {
            pages.Line($"{line.Name}: {line.Value}");
        }
    }

    private static async Task<List<string>> AttachmentsAsync(CompoundFile file, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var folders = file.Streams.Select(stream => stream.Path).Where(path => path.StartsWith("__attach", StringComparison.OrdinalIgnoreCase))
            .Select(path => path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)]).Distinct().Order(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var property in new[] { LongName, ShortName, DisplayName })
            {
                if (await TextAsync(file, folder, property, cancellationToken) is { Length: > 0 } name)
                {
                    names.Add(name);
                    break;
                }
            }
        }

        return names;
    }

    // 001F is UTF-16; 001E is the encoding of the machine that wrote it.
    private static async Task<string?> TextAsync(CompoundFile file, string folder, string property, CancellationToken cancellationToken)
    {
        var text = file.Find($"{folder}__substg1.0_{property}001F") is { } wide ? Encoding.Unicode.GetString(wide)
            : file.Find($"{folder}__substg1.0_{property}001E") is { } narrow ? await TextDecoder.DecodeAsync(narrow, null, cancellationToken)
            : null;
        return text?.Trim('\0', ' ', '\r', '\n');
    }

    // Behind 32 bytes come the properties of a fixed length: type, number, flags, value; 16 bytes each ([MS-OXMSG] 2.4).
    private static string? DateOf(CompoundFile file)
    {
        var properties = file.Find("__properties_version1.0")!;
        DateTimeOffset? found = null;
        for (var offset = 32; offset + 16 <= properties.Length; offset += 16)
        {
            var property = properties.AsSpan(offset, 16);
            var (type, number) = (BinaryPrimitives.ReadUInt16LittleEndian(property), BinaryPrimitives.ReadUInt16LittleEndian(property[2..]));
            var ticks = BinaryPrimitives.ReadInt64LittleEndian(property[8..]);
            if (type == Time && (number is Sent or Delivered) && ticks > 0 && ticks < DateTime.MaxValue.ToFileTimeUtc())
            {
                found = number == Sent || found is null ? DateTimeOffset.FromFileTime(ticks).ToUniversalTime() : found;
            }
        }

        return found?.ToString("ddd, dd MMM yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
    }

    private static FaultException Damaged(string reason, Exception? inner)
        => KnowledgeFaults.Unreadable("knowledge.mail_damaged", $"The mail cannot be read: {reason.TrimEnd('.')}.", inner);
}
