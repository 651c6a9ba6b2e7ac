using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Middeck.Testing;

/// <summary>The part of S3's REST API that the store uses, path style, over real HTTP, with objects in memory and small pages.</summary>
public sealed class S3Server(string bucket) : IAsyncDisposable
{
    private const int PageSize = 2;

    private static readonly XNamespace Xmlns = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, byte[]>> _uploads = new();
    private readonly ConcurrentDictionary<string, int> _partsOf = new();
    private WebApplication? _app;

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    public ConcurrentQueue<IHeaderDictionary> Requests { get; } = [];

    public int OpenUploads => _uploads.Count;

    public int PartsReceived { get; private set; }

    /// <summary>The number of the part that is refused; 0 for none.</summary>
    public int FailPart { get; set; }

    /// <summary>Listings are refused once so many pages were sent; null for never.</summary>
    public int? ListPages { get; set; }

    public string Address => _app!.Urls.First();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel((KestrelServerOptions options) => options.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Map("/" + bucket, ListAsync);
        _app.Map("/" + bucket + "/{**key}", ServeAsync);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    private Task ServeAsync(HttpContext context, string? key)
    {
        Requests.Enqueue(new HeaderDictionary(context.Request.Headers.ToDictionary()));
        var query = context.Request.Query;
        return (context.Request.Method, query.ContainsKey("uploads"), query["uploadId"].FirstOrDefault()) switch
        {
            _ when string.IsNullOrEmpty(key) => ListAsync(context),
            ("PUT", _, null) => PutAsync(context, key),
            ("PUT", _, { } upload) => PutPartAsync(context, upload),
            ("POST", true, _) => BeginAsync(context, key),
            ("POST", _, { } upload) => CompleteAsync(context, key, upload),
            ("DELETE", _, { } upload) => AbortAsync(context, upload),
            ("DELETE", _, null) => DeleteAsync(context, key),
            ("GET" or "HEAD", _, _) => GetAsync(context, key),
            _ => ErrorAsync(context, StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed"),
        };
    }

    private async Task PutAsync(HttpContext context, string key)
    {
        if (await BodyAsync(context) is { } body)
        {
            Objects[key] = body;
            _partsOf.TryRemove(key, out _);
            context.Response.Headers.ETag = ETag(body);
        }
    }

    private async Task PutPartAsync(HttpContext context, string upload)
    {
        var number = int.Parse(context.Request.Query["partNumber"]!, CultureInfo.InvariantCulture);
        if (await BodyAsync(context) is not { } body)
        {
            return;
        }

        if (number == FailPart)
        {
            await ErrorAsync(context, StatusCodes.Status403Forbidden, "AccessDenied");
            return;
        }

        _uploads[upload][number] = body;
        PartsReceived = _uploads[upload].Count;
        context.Response.Headers.ETag = ETag(body);
    }

    private Task BeginAsync(HttpContext context, string key)
    {
        var upload = Guid.CreateVersion7().ToString("N");
        _uploads[upload] = new();
        return XmlAsync(context, new XElement(
            Xmlns + "InitiateMultipartUploadResult",
            new XElement(Xmlns + "Bucket", bucket),
            new XElement(Xmlns + "Key", key),
            new XElement(Xmlns + "UploadId", upload)));
    }

    private async Task CompleteAsync(HttpContext context, string key, string upload)
    {
        var asked = await XElement.LoadAsync(context.Request.Body, LoadOptions.None, context.RequestAborted);
        var numbers = asked.Descendants().Where(element => element.Name.LocalName == "PartNumber")
            .Select(element => (int)element);
        _uploads.TryRemove(upload, out var parts);
        Objects[key] = [.. numbers.SelectMany(number => parts![number])];
        _partsOf[key] = parts!.Count;
        await XmlAsync(context, new XElement(
            Xmlns + "CompleteMultipartUploadResult",
            new XElement(Xmlns + "Key", key),
            new XElement(Xmlns + "ETag", ETag(Objects[key], parts!.Count))));
    }

    private Task AbortAsync(HttpContext context, string upload)
    {
        _uploads.TryRemove(upload, out _);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Task DeleteAsync(HttpContext context, string key)
    {
        Objects.TryRemove(key, out _);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task GetAsync(HttpContext context, string key)
    {
        if (!Objects.TryGetValue(key, out var body))
        {
            await ErrorAsync(context, StatusCodes.Status404NotFound, "NoSuchKey");
            return;
        }

        context.Response.ContentLength = body.Length;
        context.Response.Headers.ETag = ETag(body, _partsOf.GetValueOrDefault(key));
        if (context.Request.Method == "GET")
        {
            await context.Response.Body.WriteAsync(body);
        }
    }

    private Task ListAsync(HttpContext context)
    {
        if (ListPages-- == 0)
        {
            return ErrorAsync(context, StatusCodes.Status404NotFound, "NoSuchBucket");
        }

        var query = context.Request.Query;
        var after = query["continuation-token"].FirstOrDefault() ?? "";
        var found = Objects.Keys.Order(StringComparer.Ordinal)
            .Where(key => key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal)
                && string.CompareOrdinal(key, after) > 0)
            .ToList();
        var page = found.Take(PageSize).ToList();
        // Below the next delimiter only the common part of the names is told.
        var folders = query["delimiter"].FirstOrDefault() is { Length: > 0 } delimiter
            ? page.ToLookup(key => key.IndexOf(delimiter, query["prefix"].ToString().Length, StringComparison.Ordinal))
            : page.ToLookup(_ => -1);
        return XmlAsync(context, new XElement(
            Xmlns + "ListBucketResult",
            new XElement(Xmlns + "Name", bucket),
            new XElement(Xmlns + "IsTruncated", found.Count > PageSize),
            found.Count > PageSize ? new XElement(Xmlns + "NextContinuationToken", page[^1]) : null,
            folders.Where(group => group.Key >= 0).SelectMany(group => group.Select(key => key[..(group.Key + 1)])).Distinct()
                .Select(folder => new XElement(Xmlns + "CommonPrefixes", new XElement(Xmlns + "Prefix", folder))),
            folders[-1].Select(key => new XElement(
                Xmlns + "Contents",
                new XElement(Xmlns + "Key", key),
                new XElement(Xmlns + "ETag", ETag(Objects[key])),
                new XElement(Xmlns + "Size", Objects[key].Length)))));
    }

    // As S3 does, the body is held against the hash that the signature covers.
    private static async Task<byte[]?> BodyAsync(HttpContext context)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        var body = copy.ToArray();
        var claimed = context.Request.Headers["x-amz-content-sha256"].ToString();
        if (claimed == Convert.ToHexStringLower(SHA256.HashData(body)))
        {
            return body;
        }

        await ErrorAsync(context, StatusCodes.Status400BadRequest, "XAmzContentSHA256Mismatch");
        return null;
    }

    // Clients take an ETag without a dash for the MD5 of the object and check it; it guards nothing here.
#pragma warning disable CA5351
    private static string ETag(byte[] body, int parts = 0)
        => $"\"{Convert.ToHexStringLower(MD5.HashData(body))}{(parts == 0 ? "" : $"-{parts}")}\"";
#pragma warning restore CA5351

    private static Task ErrorAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return context.Request.Method == "HEAD"
            ? Task.CompletedTask
            : XmlAsync(context, new XElement("Error", new XElement("Code", code), new XElement("Message", code)));
    }

    private static Task XmlAsync(HttpContext context, XElement body)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(body.ToString());
    }
}
