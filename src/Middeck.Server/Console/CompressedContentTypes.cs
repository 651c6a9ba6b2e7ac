using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;

namespace Middeck.Server.Console;

/// <summary>The type of <c>x.js.br</c> is that of <c>x.js</c>.</summary>
internal sealed class CompressedContentTypes : IContentTypeProvider
{
    private readonly FileExtensionContentTypeProvider _types = new();

    public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType)
        => _types.TryGetContentType(CompressedFiles.OriginalOf(subpath), out contentType);
}
