// SPDX-License-Identifier: GPL-3.0-or-later
// How long a whole program takes, and how much memory it and all that it started have.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

// What a program and all that it started have in memory, in kB; pages shared by several count once (PSS).
function memoryOf(pid) {
  try {
    const own = Number(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + memoryOf(child), own);
  } catch {
    return 0; // it has just ended
  }
}

// Runs a command, gives seconds and the most memory it had, in MB.
export function timed(command, args) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH } });
    let most = 0, talk = '';
    const look = () => { most = Math.max(most, memoryOf(child.pid) / 1024); };
    const timer = setInterval(look, 20);
    child.stderr.on('data', (data) => { talk += data; });
    child.on('exit', (code) => {
      clearInterval(timer);
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      if (code === 0) resolve({ seconds, most });
      else reject(new Error(`${command} ${args.join(' ')}: ${code}\n${talk}`));
    });
  });
}
