using System.Text;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Takes a mail apart (RFC 2045, 2046), line by line and without recursion, in place of a library (MimeKit), which the package
/// source lacks. Attachments are passed over, so only texts are ever in memory.
/// </summary>
/// <param name="maxTextBytes">What the mail's texts may hold together.</param>
internal sealed class MimeParser(long maxTextBytes)
{
    private const int MaxDepth = 50;
    private const int MaxAttachments = 10_000;

    // Of a header field or of all fields of a part; real ones have some kilobytes.
    private const int MaxHeaderCharacters = 1024 * 1024;

    private readonly Stack<Multipart> _open = new();
    private readonly List<MimePart> _bodies = [];
    private readonly List<string> _attachments = [];
    private readonly StringBuilder _text = new();
    private MimeHeaders _headers = new();
    private MimeHeaders? _mail;
    private string? _field;
    private int _headerCharacters;
    private long _bytes;
    private Reading _state = Reading.Headers;

    private enum Reading
    {
        Headers,
        Text,
        Passing,
    }

    public async Task<MimeMail> ReadAsync(TextReader text, CancellationToken cancellationToken)
    {
        await foreach (var line in BoundedLines.ReadAsync(text, cancellationToken))
        {
            if (!IsBoundary(line))
            {
                Take(line);
            }
        }

        EndPart();
        while (_open.TryPop(out var unended))
        {
            Choose(unended);
        }

        if (_mail is not { } mail || (mail.Raw("From") + mail.Raw("Date") + mail.Raw("Subject") + mail.Raw("To")).Length == 0)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.mail_damaged", "The file is no mail: it does not begin with header lines such as \"From: …\".");
        }

        return new MimeMail(mail, _bodies, _attachments);
    }

    private void Take(string line)
    {
        switch (_state)
        {
            case Reading.Headers when line.Length == 0:
                EndHeaders();
                break;
            case Reading.Headers:
                Header(line);
                break;
            case Reading.Text:
                _bytes += line.Length + 1;
                if (_bytes > maxTextBytes)
                {
                    throw KnowledgeFaults.Unreadable(
                        "knowledge.mail_too_large", $"The mail's text has more than {maxTextBytes:N0} bytes. Save it as a .txt file.");
                }

                _text.Append(line).Append("\r\n");
                break;
        }
    }

    private void Header(string line)
    {
        _headerCharacters += line.Length;
        if (_headerCharacters > MaxHeaderCharacters)
        {
            throw KnowledgeFaults.Unreadable("knowledge.mail_damaged", "The mail's header fields do not end.");
        }

        // A line that begins with white space goes on with the field before.
        if (line[0] is ' ' or '\t')
        {
            _field += line;
            return;
        }

        AddField();
        _field = line;
    }

    private void AddField()
    {
        if (_field?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            _headers.Add(_field[..colon].Trim(), _field[(colon + 1)..].Trim());
        }

        _field = null;
    }

    private void EndHeaders()
    {
        AddField();
        _mail ??= _headers;
        var type = _headers.Raw("Content-Type").Split(';')[0].Trim().ToLowerInvariant();
        var name = _headers.Parameter("Content-Disposition", "filename") ?? _headers.Parameter("Content-Type", "name");
        var isAttached = _headers.Raw("Content-Disposition").StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
        if (type.StartsWith("multipart/", StringComparison.Ordinal)
            && _headers.Parameter("Content-Type", "boundary") is { Length: > 0 } boundary)
        {
            OpenMultipart(boundary, type == "multipart/alternative");
        }
        else if (isAttached || (name is not null && type is not ("text/plain" or "text/html"))
            || type is not ("" or "text/plain" or "text/html"))
        {
            Attach(name ?? type);
        }
        else
        {
            _state = Reading.Text;
        }
    }

    private void OpenMultipart(string boundary, bool isAlternative)
    {
        if (_open.Count == MaxDepth)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.mail_damaged", $"The mail's parts are nested deeper than {MaxDepth} levels.");
        }

        _open.Push(new Multipart("--" + boundary, isAlternative, _bodies.Count));
        _state = Reading.Passing;
    }

    private void Attach(string name)
    {
        if (_attachments.Count < MaxAttachments)
        {
            _attachments.Add(name);
        }

        _state = Reading.Passing;
    }

    // A boundary of an outer part also ends the inner ones, whose own end is missing then.
    private bool IsBoundary(string line)
    {
        if (!line.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var end = line.TrimEnd();
        var found = _open.FirstOrDefault(part => end == part.Boundary || end == part.Boundary + "--");
        if (found is null)
        {
            return false;
        }

        EndPart();
        while (_open.Peek() != found)
        {
            Choose(_open.Pop());
        }

        if (end.Length > found.Boundary.Length)
        {
            Choose(_open.Pop());
            _state = Reading.Passing;
        }
        else
        {
            (_headers, _field, _headerCharacters, _state) = (new MimeHeaders(), null, 0, Reading.Headers);
        }

        return true;
    }

    private void EndPart()
    {
        if (_state == Reading.Headers)
        {
            EndHeaders();
        }

        if (_state == Reading.Text)
        {
            var text = _text.ToString();
            var content = _headers.Raw("Content-Transfer-Encoding").Trim().ToLowerInvariant() switch
            {
                "base64" => MimeDecoding.Base64(text),
                "quoted-printable" => MimeDecoding.QuotedPrintable(text),
                _ => Encoding.Latin1.GetBytes(text),
            };
            _bodies.Add(new MimePart(
                _headers, content, _headers.Raw("Content-Type").StartsWith("text/html", StringComparison.OrdinalIgnoreCase)));
            _text.Clear();
        }

        if (_open.Count == 0 || _state == Reading.Text)
        {
            _state = Reading.Passing;
        }
    }

    // Of alternatives the plain text, when it holds anything; else the last one, which RFC 2046 calls the best.
    private void Choose(Multipart part)
    {
        if (!part.IsAlternative || _bodies.Count - part.FirstBody < 2)
        {
            return;
        }

        var bodies = _bodies[part.FirstBody..];
        var chosen = bodies.Find(static body => !body.IsHtml && body.Content.AsSpan().ContainsAnyExcept(" \r\n\t"u8)) ?? bodies[^1];
        _bodies.RemoveRange(part.FirstBody, bodies.Count);
        _bodies.Add(chosen);
    }

    private sealed record Multipart(string Boundary, bool IsAlternative, int FirstBody);
}
