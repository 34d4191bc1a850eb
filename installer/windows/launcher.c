/* Start the program without a console: load runtime\python313.dll, run "-m coprod_desktop". */
#define UNICODE
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>

#define LONGEST 32768
typedef int (*PythonMain)(int, wchar_t **);

static int damaged(void)
{
    MessageBoxW(NULL,
                L"A part of Coprod is missing on this computer. Your charity's file is safe.\n\n"
                L"Please run the setup program again: it puts the missing part back.",
                L"Coprod", MB_ICONERROR);
    return 2;
}

int WINAPI WinMain(HINSTANCE self, HINSTANCE before, LPSTR line, int show)
{
    static wchar_t path[LONGEST + 64];
    (void)self; (void)before; (void)line; (void)show;

    DWORD length = GetModuleFileNameW(NULL, path, LONGEST);
    if (length == 0 || length == LONGEST) return damaged();
    while (length > 0 && path[length - 1] != L'\\') length--;
    lstrcpyW(path + length, L"runtime\\python313.dll");
    SetErrorMode(SEM_FAILCRITICALERRORS);
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return damaged();
    PythonMain run = (PythonMain)(void *)GetProcAddress(python, "Py_Main");
    if (!run) return damaged();

    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    if (!words) return damaged();
    /* Python starts its helpers, which set papers, with a whole command line of its own. */
    if (count > 1 && !lstrcmpW(words[count - 1], L"--multiprocessing-fork"))
        return run(count, words);
    wchar_t **all = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof(*all) * (count + 3));
    if (!all) return damaged();
    all[0] = words[0];
    all[1] = L"-m";
    all[2] = L"coprod_desktop";
    for (int i = 1; i < count; i++) all[i + 2] = words[i];
    return run(count + 2, all);
}
