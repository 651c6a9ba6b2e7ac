namespace Middeck.Models.Builtin;

/// <summary>The few sentences that the extractive model says itself, in the language of the question.</summary>
internal sealed record ExtractiveWords(string Found, string NothingFits, string NoContext)
{
    private static readonly ExtractiveWords English = new(
        "Found in your documents:",
        "Nothing in the documents that were searched answers this question. Try other words, or add a document that does.",
        "I am the built-in extractive model, not a language model: I can only quote from documents. Connect a knowledge base to "
        + "this app, or add a model provider under Models to get written answers.");

    private static readonly ExtractiveWords Chinese = new(
        "在你的文档中找到：",
        "检索到的文档里没有能回答这个问题的内容。请换一种问法，或者上传包含答案的文档。",
        "我是内置的摘录模型，不是大语言模型，只能从文档中摘录原文。请为这个应用关联知识库，或在“模型”页面添加模型供应商，以获得撰写的回答。");

    public static ExtractiveWords For(string question) => IsChinese(question) ? Chinese : English;

    // One Han character is enough: Chinese questions are full of English product names, English ones hold no Han.
    private static bool IsChinese(string question) => question.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF');
}
