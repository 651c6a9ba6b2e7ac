using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Middeck.Server.Console;

/// <summary>Hands out what the build has compressed to those who can read it.</summary>
internal static class CompressedFiles
{
    // The smaller first.
    private static readonly (string Encoding, string Suffix)[] Kinds = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Leads requests for a file to its compressed sibling; stands before the static files.</summary>
    public static void UseCompressedFiles(this IApplicationBuilder app, IFileProvider files)
        => app.Use((context, next) =>
        {
            var path = context.Request.Path;
            if (path.StartsWithSegments("/assets") || path == ConsoleFiles.EmbedScript)
            {
                var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
                foreach (var (encoding, suffix) in Kinds)
                {
                    if (accepted.Any(value => value.Value == encoding && value.Quality is not 0)
                        && files.GetFileInfo(path + suffix).Exists)
                    {
                        context.Request.Path = path + suffix;
                        break;
                    }
                }
            }

            return next(context);
        });

    /// <summary>Says how the file is compressed, and that others may get another form of it.</summary>
    public static void WriteHeaders(StaticFileResponseContext context)
    {
        var headers = context.Context.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        foreach (var (encoding, suffix) in Kinds)
        {
            if (context.File.Name.EndsWith(suffix, StringComparison.Ordinal))
            {
                headers.ContentEncoding = encoding;
            }
        }
    }

    /// <summary>The name without what compression has added to it.</summary>
    public static string OriginalOf(string name)
        => Array.Find(Kinds, kind => name.EndsWith(kind.Suffix, StringComparison.Ordinal)) is { Suffix: { } suffix }
            ? name[..^suffix.Length]
            : name;
}
