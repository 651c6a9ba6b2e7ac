using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Http.Errors;
using Middeck.Operations.Language;

namespace Middeck.Operations.Entry.Pages;

/// <summary>Answers what the entry itself refuses: a page for people in their language, problem details for programs.</summary>
internal sealed class EntryRefusals(ErrorResponder errors)
{
    // Stands alone: no script, nothing to load, and it works while the platform does not.
    private const string Template = """
        <!doctype html>
        <html lang="{0}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>{1}</title><style>
        :root {{ color-scheme: light dark }}
        body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f4f1ea, #161513);
          color: light-dark(#26231d, #ece7dc); font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif }}
        main {{ max-width: 34rem; margin: 1rem; padding: 2rem; background: light-dark(#fff, #201e1b); border-radius: 8px }}
        h1 {{ font-size: 1.35rem; margin: 0 0 .5rem }} p {{ margin: .25rem 0; overflow-wrap: anywhere }}
        .other, small {{ color: light-dark(#6d675b, #a39c8e) }} .other {{ margin-top: 1.25rem }}
        </style></head><body><main><h1>{1}</h1><p>{2}</p>{3}<p class="other" lang="{4}">{5}: {6}</p>
        <p><small>{7} · {8}</small></p></main></body></html>
        """;

    private static readonly System.Text.CompositeFormat Page = System.Text.CompositeFormat.Parse(Template);

    /// <summary>Writes the whole response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="isService">Whether it was for a service: then no dialect of the platform's APIs applies.</param>
    /// <param name="words">What the operator says about it.</param>
    public Task WriteAsync(HttpContext context, Fault fault, bool isService, string words = "")
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (fault.Extensions?.GetValueOrDefault("retry_after_seconds") is int seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (WantsPage(context.Request))
        {
            return WritePageAsync(context, fault, words);
        }

        return isService ? WriteProblemAsync(context, fault) : errors.WriteAsync(context, fault, context.RequestAborted);
    }

    private static bool WantsPage(HttpRequest request)
        => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task WriteProblemAsync(HttpContext context, Fault fault)
    {
        var problem = Problems.Details(fault, Problems.TraceId(context));
        context.Response.StatusCode = problem.Status!.Value;
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    private static Task WritePageAsync(HttpContext context, Fault fault, string words)
    {
        var isChinese = context.Request.Headers.AcceptLanguage.ToString().StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        var (first, second) = isChinese ? (Tongue.Chinese, Tongue.English) : (Tongue.English, Tongue.Chinese);
        var (title, sentence) = EntryPageWords.Of(fault);
        var status = FaultStatus.Of(fault.Kind);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        context.Response.Headers.Vary = "Accept, Accept-Language";
        return context.Response.WriteAsync(
            string.Format(
                CultureInfo.InvariantCulture,
                Page,
                Language(first),
                title.In(first),
                sentence.In(first),
                words.Length > 0 ? $"<p>{WebUtility.HtmlEncode(words)}</p>" : "",
                Language(second),
                title.In(second),
                sentence.In(second),
                status,
                WebUtility.HtmlEncode(Problems.TraceId(context))),
            context.RequestAborted);
    }

    private static string Language(Tongue tongue) => tongue == Tongue.Chinese ? "zh-CN" : "en";
}
